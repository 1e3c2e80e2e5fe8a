package eu.solutionatlas.web;

import io.javalin.http.Context;

/**
 * Which part of a list is shown.
 *
 * @param number of the page, from 1
 * @param size entries on a full page
 * @param total entries in the whole list
 */
public record Paging(int number, int size, int total) {
    /** Entries on a page of any of our lists. */
    public static final int SIZE = 24;

    /** The query parameter that names a page. */
    public static final String PARAMETER = "page";

    /**
     * The page that a request asks for by {@code ?page=}; 1 when it does not say.
     *
     * @throws ProblemException 400 when it is no number from 1 up
     */
    public static int number(Context ctx) {
        String text = QueryParameters.one(ctx, PARAMETER).orElse("1");
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new ProblemException(Problem.badRequest(
                    "malformed-page", "The parameter page is the number of a page, from 1: ?page=2."));
        }
        return Integer.parseInt(text);
    }

    /**
     * The page of a list.
     *
     * @throws ProblemException 404 when the list ends before it
     */
    public static Paging of(int number, int total) {
        return of(number, SIZE, total);
    }

    /** As {@link #of(int, int)}, with pages of another size. */
    public static Paging of(int number, int size, int total) {
        Paging paging = new Paging(number, size, total);
        if (number > paging.last()) {
            throw new ProblemException(Problem.notFound(
                    "The list has " + paging.last() + " pages, and this would be page " + number + "."));
        }
        return paging;
    }

    /** The document that shows a page of a list; the first page is the list itself. */
    public static Address address(Address list, int number) {
        return number == 1 ? list.without(PARAMETER) : list.with(PARAMETER, Integer.toString(number));
    }

    /** The number of the last page; an empty list has one page. */
    public int last() {
        return Math.max(1, (total + size - 1) / size);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < last();
    }

    /** The position of the first entry shown, from 1; 0 when there is none. */
    public int from() {
        return total == 0 ? 0 : (number - 1) * size + 1;
    }

    /** The position of the last entry shown. */
    public int to() {
        return Math.min(number * size, total);
    }
}
