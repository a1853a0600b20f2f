package se.nollan.base.http;

/** Which part of a list is asked for: {@code page} from 1, {@code limit} from 1 to 1000. */
public record Paging(int page, int limit) {

    private static final int MOST = 1_000;
    private static final int LAST_PAGE = 1_000_000;

    /** Checks what was asked for; a problem (400) when it is out of bounds. */
    public static Paging of(int page, int limit) {
        if (page < 1 || page > LAST_PAGE || limit < 1 || limit > MOST) {
            throw Problems.badRequest(
                    "paging", "page is a number from 1, and limit one from 1 to " + MOST + ". Correct the query.");
        }
        return new Paging(page, limit);
    }

    /** How many items come before this page. */
    public long offset() {
        return (page - 1L) * limit;
    }
}
