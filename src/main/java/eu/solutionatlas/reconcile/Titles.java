package eu.solutionatlas.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Words of a name that say what somebody is in law, and not who: legal forms, and "city of". */
final class Titles {
    /** A sort of municipality that a name may begin with. */
    enum Rank {
        CITY,
        MUNICIPALITY
    }

    /**
     * A name without them.
     *
     * @param core what is left; the whole name when nothing would be
     * @param rank that it named
     * @param form the legal form that it named, by its usual short name
     */
    record Stripped(String core, Optional<Rank> rank, Optional<String> form) {}

    private static final Map<String, Rank> RANKS = longestFirst();
    private static final Map<String, String> FORMS = longestFirst();
    /** In which countries companies have these forms; others say nothing of that. */
    private static final Map<String, List<String>> COUNTRIES = Map.of(
            "gmbh", List.of("DE", "AT", "CH", "LI"),
            "ag", List.of("DE", "AT", "CH", "LI"),
            "ev", List.of("DE", "AT"),
            "eg", List.of("DE"),
            "sro", List.of("CZ", "SK"),
            "as", List.of("CZ", "SK"),
            "spzoo", List.of("PL"));

    static {
        for (String city : List.of(
                "stadt",
                "landeshauptstadt",
                "hauptstadt",
                "kreisstadt",
                "grosse kreisstadt",
                "kreisfreie stadt",
                "hansestadt",
                "freie und hansestadt",
                "universitatsstadt",
                "universitaetsstadt",
                "stadtverwaltung",
                "city of",
                "the city of",
                "town of",
                "statutarni mesto",
                "mesto",
                "hlavni mesto",
                "miasto",
                "urzad miasta")) {
            RANKS.put(city, Rank.CITY);
        }
        for (String municipality :
                List.of("gemeinde", "gemeindeverwaltung", "municipality of", "gmina", "obec", "gemeente")) {
            RANKS.put(municipality, Rank.MUNICIPALITY);
        }
        for (String form : List.of(
                "gmbh", "ag", "eg", "ev", "kg", "ohg", "ug", "se", "sa", "as", "ops", "ltd", "inc", "llc", "bv")) {
            FORMS.put(form, form);
        }
        FORMS.putAll(Map.of(
                "ggmbh", "gmbh",
                "mbh", "gmbh",
                "gesellschaft mit beschrankter haftung", "gmbh",
                "gesellschaft mit beschraenkter haftung", "gmbh",
                "gmbh co kg", "gmbh co kg",
                "aktiengesellschaft", "ag",
                "eingetragener verein", "ev",
                "genossenschaft", "eg",
                "limited", "ltd"));
        FORMS.putAll(Map.of(
                "sp z oo", "spzoo",
                "sp z o o", "spzoo",
                "spolka z oo", "spzoo",
                "spolka z ograniczona odpowiedzialnoscia", "spzoo",
                "spolka akcyjna", "sa",
                "sro", "sro",
                "spol sro", "sro",
                "spol s ro", "sro",
                "spolecnost s rucenim omezenym", "sro",
                "akciova spolecnost", "as"));
    }

    private Titles() {}

    private static <T> Map<String, T> longestFirst() {
        return new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    /** Takes them out of a plain name, see {@link Letters}. */
    static Stripped strip(String plain) {
        List<String> words = new ArrayList<>(Arrays.asList(plain.split(" ")));
        Optional<String> form = Optional.empty();
        for (Map.Entry<String, String> one : FORMS.entrySet()) {
            if (removeForm(words, one.getKey().split(" "))) {
                form = Optional.of(one.getValue());
                break;
            }
        }
        Optional<Rank> rank = Optional.empty();
        for (Map.Entry<String, Rank> one : RANKS.entrySet()) {
            if (removeRank(words, one.getKey().split(" "))) {
                rank = Optional.of(one.getValue());
                break;
            }
        }
        return new Stripped(String.join(" ", words), rank, form);
    }

    /** At the end; "S.A." and its like also before "we Wrocławiu". */
    private static boolean removeForm(List<String> words, String[] form) {
        int last = words.size() - form.length;
        boolean inside = form.length == 1 && form[0].equals("sa");
        for (int at = last; at > 0 && (at == last || inside); at--) {
            if (words.subList(at, at + form.length).equals(List.of(form))) {
                words.subList(at, at + form.length).clear();
                return true;
            }
        }
        return false;
    }

    /** At the beginning, or at the end as in "Bolesławiec (gmina)". */
    private static boolean removeRank(List<String> words, String[] rank) {
        int last = words.size() - rank.length;
        if (last < 1) {
            return false;
        }
        for (int at : new int[] {0, last}) {
            if (words.subList(at, at + rank.length).equals(List.of(rank))) {
                words.subList(at, at + rank.length).clear();
                return true;
            }
        }
        return false;
    }

    /** Whether a legal form says nothing of the country. */
    static boolean isEverywhere(String form) {
        return !COUNTRIES.containsKey(form);
    }

    /** Whether a legal form is one of a country. */
    static boolean fits(String form, String country) {
        return COUNTRIES.getOrDefault(form, List.of()).contains(country);
    }
}
