package eu.solutionatlas.support;

import java.util.List;
import java.util.Map;

/** The words of a {@link GeneratedCatalogue}: the same ideas in four languages. */
final class GeneratedWords {
    private static final Map<String, List<String>> IDEA_WORDS = Map.of(
            "en",
            List.of(
                    "Parking guidance",
                    "Citizens' app",
                    "Heat map of the town",
                    "On-demand bus",
                    "Digital twin",
                    "Defect reporter",
                    "Sensor network",
                    "Energy dashboard",
                    "Flood warning",
                    "Online appointments",
                    "Open data portal",
                    "Smart street lighting",
                    "Telemedicine practice",
                    "Participation platform",
                    "Waste calendar",
                    "Traffic forecast"),
            "de",
            List.of(
                    "Parkleitsystem",
                    "Bürger-App",
                    "Wärmekarte der Stadt",
                    "Rufbus",
                    "Digitaler Zwilling",
                    "Mängelmelder",
                    "Sensornetz",
                    "Energie-Cockpit",
                    "Hochwasserwarnung",
                    "Online-Termine",
                    "Portal für offene Daten",
                    "Intelligente Straßenbeleuchtung",
                    "Telemedizinische Praxis",
                    "Beteiligungsplattform",
                    "Abfallkalender",
                    "Verkehrsprognose"),
            "pl",
            List.of(
                    "System parkowania",
                    "Aplikacja dla mieszkańców",
                    "Mapa ciepła miasta",
                    "Autobus na żądanie",
                    "Cyfrowy bliźniak",
                    "Zgłaszanie usterek",
                    "Sieć czujników",
                    "Pulpit energetyczny",
                    "Ostrzeganie przed powodzią",
                    "Rezerwacja wizyt",
                    "Portal otwartych danych",
                    "Inteligentne oświetlenie ulic",
                    "Przychodnia telemedyczna",
                    "Platforma partycypacji",
                    "Kalendarz odpadów",
                    "Prognoza ruchu"),
            "cs",
            List.of(
                    "Naváděcí systém parkování",
                    "Aplikace pro občany",
                    "Tepelná mapa města",
                    "Autobus na zavolání",
                    "Digitální dvojče",
                    "Hlášení závad",
                    "Síť senzorů",
                    "Energetický přehled",
                    "Varování před povodní",
                    "Objednávání na úřad",
                    "Portál otevřených dat",
                    "Chytré veřejné osvětlení",
                    "Telemedicínská ordinace",
                    "Participativní platforma",
                    "Kalendář odpadů",
                    "Předpověď dopravy"));

    private static final Map<String, List<String>> PURPOSE_WORDS = Map.of(
            "en",
            List.of(
                    "so that people find what they need without going to the town hall",
                    "which the utility reads every quarter of an hour and shows on a public map",
                    "built with neighbouring towns and open to others that want to join",
                    "tested in two villages first and extended since",
                    "with data that schools, clubs and companies may use as they like",
                    "saving about a tenth of the energy that was used before"),
            "de",
            List.of(
                    "damit man findet, was man braucht, ohne ins Rathaus zu gehen",
                    "die das Stadtwerk jede Viertelstunde abliest und auf einer öffentlichen Karte zeigt",
                    "gemeinsam mit Nachbarstädten gebaut und offen für weitere, die mitmachen wollen",
                    "zuerst in zwei Dörfern erprobt und seither ausgeweitet",
                    "mit Daten, die Schulen, Vereine und Firmen nutzen dürfen, wie sie wollen",
                    "spart etwa ein Zehntel der Energie, die vorher verbraucht wurde"),
            "pl",
            List.of(
                    "aby każdy znalazł to, czego szuka, bez wizyty w urzędzie",
                    "odczytywane co kwadrans i pokazywane na publicznej mapie",
                    "zbudowane z sąsiednimi miastami i otwarte dla kolejnych",
                    "sprawdzone najpierw w dwóch wsiach, a potem rozszerzone",
                    "z danymi, z których szkoły, stowarzyszenia i firmy mogą dowolnie korzystać",
                    "oszczędza około jednej dziesiątej dotąd zużywanej energii"),
            "cs",
            List.of(
                    "aby každý našel, co potřebuje, bez cesty na úřad",
                    "odečítané každou čtvrthodinu a zobrazené na veřejné mapě",
                    "postavené se sousedními městy a otevřené dalším zájemcům",
                    "nejprve vyzkoušené ve dvou obcích a od té doby rozšířené",
                    "s daty, která školy, spolky a firmy smějí volně používat",
                    "ušetří asi desetinu dosud spotřebované energie"));

    private static final Map<String, List<String>> SENTENCES = Map.of(
            "en", List.of("%s for %s: a service in the field of %s, %s."),
            "de", List.of("%s für %s: ein Angebot im Themenfeld %s, %s."),
            "pl", List.of("%s dla regionu %s: usługa z dziedziny %s, %s."),
            "cs", List.of("%s pro region %s: služba z oblasti %s, %s."));

    private static final Map<String, List<String>> KEYWORDS = Map.of(
            "en",
            List.of(
                    "parking",
                    "app",
                    "heat",
                    "bus",
                    "model",
                    "sensors",
                    "energy",
                    "flood",
                    "open data",
                    "light",
                    "health",
                    "waste"),
            "de",
            List.of(
                    "Parken",
                    "App",
                    "Wärme",
                    "Bus",
                    "Modell",
                    "Sensoren",
                    "Energie",
                    "Hochwasser",
                    "offene Daten",
                    "Licht",
                    "Gesundheit",
                    "Abfall"),
            "pl",
            List.of(
                    "parkowanie",
                    "aplikacja",
                    "ciepło",
                    "autobus",
                    "model",
                    "czujniki",
                    "energia",
                    "powódź",
                    "otwarte dane",
                    "światło",
                    "zdrowie",
                    "odpady"),
            "cs",
            List.of(
                    "parkování",
                    "aplikace",
                    "teplo",
                    "autobus",
                    "model",
                    "senzory",
                    "energie",
                    "povodeň",
                    "otevřená data",
                    "světlo",
                    "zdraví",
                    "odpady"));

    private static final Map<String, String> FUNDING = Map.of(
            "en", "European Regional Development Fund",
            "de", "Europäischer Fonds für regionale Entwicklung",
            "pl", "Europejski Fundusz Rozwoju Regionalnego",
            "cs", "Evropský fond pro regionální rozvoj");

    private static final List<String> SYLLABLES =
            List.of("ber", "dorf", "lau", "witz", "nov", "brod", "tau", "mark", "hain", "gor", "sel", "rade", "kov");

    static final int IDEAS = 16;
    static final int PURPOSES = 6;

    private GeneratedWords() {}

    static String idea(String language, int n) {
        return of(IDEA_WORDS, language).get(n);
    }

    static String keyword(String language, int n) {
        return of(KEYWORDS, language).get(n);
    }

    static String funding(String language) {
        return FUNDING.getOrDefault(language, "");
    }

    /** The title of the n-th solution: what it is, its name and where it is. No two are the same. */
    static String title(String language, int idea, String place, int n) {
        return idea(language, idea) + " " + GeneratedVocabulary.name(n) + " " + place + " " + n;
    }

    /** The text of the n-th solution: a sentence about it, and the words of the n-th text. */
    static String text(String language, int idea, int purpose, String theme, String place, int n) {
        String sentence = of(SENTENCES, language)
                .getFirst()
                .formatted(
                        idea(language, idea),
                        place,
                        theme,
                        of(PURPOSE_WORDS, language).get(purpose));
        return sentence + " " + String.join(" ", GeneratedVocabulary.of(n, language)) + ".";
    }

    /** An invented name of a place; another one for each number below 2,197. */
    static String place(int n) {
        int size = SYLLABLES.size();
        String name = SYLLABLES.get(n % size) + SYLLABLES.get(n / size % size) + SYLLABLES.get(n / size / size % size);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> of(Map<String, List<String>> words, String language) {
        return words.getOrDefault(language, List.of());
    }
}
