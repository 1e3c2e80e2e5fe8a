package eu.solutionatlas.dump.page;

import eu.solutionatlas.web.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page to download from shows.
 *
 * @param newest the newest set, in the reader's language; empty when there is none
 * @param state how old it is, and when there will be another
 * @param older the other sets, newest first
 * @param tables what the columns of the tables hold
 */
public record DownloadPage(Optional<Contents> newest, State state, List<Older> older, Tables tables) {
    /**
     * How old the newest set is. What changes with time.
     *
     * @param age since it was written; empty when there is none
     * @param outdated since when it lacks something; empty when it does not
     * @param next when one is due; empty when none is ever written by itself
     * @param isLate whether one that was due is missing
     * @param hasFailed whether the last try to write one failed
     */
    public record State(
            Optional<Age> age, Optional<Instant> outdated, Optional<Instant> next, boolean isLate, boolean hasFailed) {}

    /** How long ago something was, in the largest unit of which it is at least two. */
    public record Age(Unit unit, long number) {
        /** Units of time. */
        public enum Unit {
            MOMENT,
            MINUTES,
            HOURS,
            DAYS
        }
    }

    /**
     * A set.
     *
     * @param id its name
     * @param day that its name has
     * @param changed when the last change in it was made
     * @param licence IRI of the licence
     * @param licenceName what it is called for short
     * @param address of the set as a whole
     * @param whole the package, the spreadsheet and the quads, for those who look no further
     * @param groups its files of this hub's own
     * @param copies its files of partners' entries
     * @param news what is new in it; empty when there was no set before that it could be compared with
     * @param figures how much of what is in it; empty for a set of an older version
     * @param figuresDamaged whether there are some that cannot be read
     * @param citations files that say how to cite it
     * @param bibTex of the set, for those who copy it from the page; empty for a set of an older version
     */
    public record Contents(
            String id,
            LocalDate day,
            long version,
            Instant changed,
            Instant written,
            String licence,
            String licenceName,
            String address,
            List<File> whole,
            List<Group> groups,
            List<File> copies,
            Optional<News> news,
            Optional<Numbers> figures,
            boolean figuresDamaged,
            List<File> citations,
            String bibTex) {}

    /** Files that go together. */
    public record Group(Kind kind, List<File> files) {
        /** Kinds of files. */
        public enum Kind {
            WHOLE,
            TABLES,
            LINKED,
            ABOUT
        }
    }

    /**
     * A file.
     *
     * @param description what it is
     * @param language of the description, a BCP 47 tag
     * @param format what kind of file it is
     * @param count how many units are in it; 0 where nothing is counted
     * @param unit what is counted
     * @param bytes its size
     * @param sha256 in hexadecimal
     * @param path where it is, from the root of the hub
     */
    public record File(
            String name,
            String description,
            String language,
            String format,
            long count,
            Unit unit,
            long bytes,
            String sha256,
            String path) {
        /** What is counted in files. */
        public enum Unit {
            NONE,
            ROWS,
            STATEMENTS,
            FILES
        }
    }

    /**
     * What is new in a set.
     *
     * @param since the name of the set before
     * @param deltaPath where all of it is to be had; empty when the set before is not kept any more
     * @param parts what was added, changed and removed; none that is empty
     * @param copies what is new in the copies of partners' entries
     */
    public record News(String since, Optional<String> deltaPath, List<Part> parts, List<Copied> copies) {}

    /**
     * Documents of one kind to which the same happened.
     *
     * @param change {@code added}, {@code changed} or {@code removed}
     * @param kind {@code solution}, {@code actor} or {@code other}
     * @param links to some of them
     */
    public record Part(String change, String kind, long count, List<Link> links) {
        /** How many have no link here. */
        public long more() {
            return count - links.size();
        }
    }

    /** How many documents of a partner's copy were added, changed and removed. */
    public record Copied(String hub, long added, long changed, long removed) {}

    /** How much of what is in a set. */
    public record Numbers(
            long solutions,
            long actors,
            long adoptions,
            Breakdown themes,
            Breakdown regions,
            Breakdown statuses,
            Breakdown years) {}

    /**
     * Solutions by something.
     *
     * @param chart of the most of them; empty when there are none
     * @param left how many rows of the table the chart leaves out
     * @param rows all of them, in the order of their tree
     * @param none solutions that have nothing of it
     */
    public record Breakdown(Optional<Chart> chart, int left, List<Row> rows, long none) {
        /** Whether some have others below them, so that two numbers are to be told apart. */
        public boolean isTree() {
            return rows.stream().anyMatch(row -> row.exactly() != row.withBelow());
        }
    }

    /**
     * Solutions with one value.
     *
     * @param code as the tables have it
     * @param level how deep in its tree it is
     */
    public record Row(Link name, String code, int level, long exactly, long withBelow) {}

    /**
     * A set that is not the newest.
     *
     * @param path of its page
     * @param packagePath of its package; empty when it has none
     * @param bytes of the package
     */
    public record Older(
            String id, long version, Instant written, String path, Optional<String> packagePath, long bytes) {}

    /** @param language of the words, a BCP 47 tag */
    public record Tables(String language, List<Table> tables) {}

    /** A table with what its rows and columns are. */
    public record Table(String name, String meaning, List<Column> columns) {}

    /** @param kind of its values, in the words of XML Schema */
    public record Column(String name, String kind, boolean many, String meaning) {}
}
