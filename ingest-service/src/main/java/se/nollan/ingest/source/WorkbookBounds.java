package se.nollan.ingest.source;

/**
 * What a workbook's reader would take into memory without asking: texts, rows and columns without an end. Looks at the bytes of a part, whatever
 * they mean, as they are unpacked.
 */
final class WorkbookBounds {
    private static final int LONGEST_TEXT = 1 << 18;
    private static final int LONGEST_ROW = 1 << 20;
    private static final int MOST_LETTERS_OF_A_COLUMN = 3;
    private static final byte[] ROW = {'r', 'o', 'w'};

    private int sinceTag;
    private int sinceRow;
    private int ofRow;
    private Reference reference = Reference.NOWHERE;
    private int letters;

    /** Where in the attribute of a reference the last byte stood. */
    private enum Reference {
        NOWHERE,
        BLANK,
        NAME,
        EQUALS,
        LETTERS
    }

    /** Whether what has come so far is within bounds. */
    boolean take(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            var one = bytes[i];
            sinceTag = one == '<' ? 0 : sinceTag + 1;
            sinceRow++;
            row(one);
            reference(one);
            if (sinceTag > LONGEST_TEXT || sinceRow > LONGEST_ROW || letters > MOST_LETTERS_OF_A_COLUMN + 1) {
                return false;
            }
        }
        return true;
    }

    /** A row begins with its tag, with or without a prefix. */
    private void row(byte one) {
        if (one == '<' || one == ':') {
            ofRow = 0;
        } else if (ofRow == ROW.length) {
            sinceRow = one == ' ' || one == '>' || one == '/' ? 0 : sinceRow;
            ofRow = -1;
        } else {
            ofRow = ofRow >= 0 && one == ROW[ofRow] ? ofRow + 1 : -1;
        }
    }

    /** A cell's reference is its column's letters and its row's number; how it is written is the writer's choice. */
    private void reference(byte one) {
        var blank = one == ' ' || one == '\t' || one == '\n' || one == '\r';
        reference = switch (reference) {
            case NOWHERE -> blank ? Reference.BLANK : Reference.NOWHERE;
            case BLANK -> blank ? Reference.BLANK : one == 'r' ? Reference.NAME : Reference.NOWHERE;
            case NAME -> blank ? Reference.NAME : one == '=' ? Reference.EQUALS : Reference.NOWHERE;
            case EQUALS -> blank ? Reference.EQUALS : one == '"' || one == '\'' ? Reference.LETTERS : Reference.NOWHERE;
            case LETTERS -> Character.isLetter(one) || one == '&' ? Reference.LETTERS : Reference.NOWHERE;
        };
        // A letter may be written as a number behind &: such a column is nobody's.
        letters = reference != Reference.LETTERS ? 0 : one == '&' ? MOST_LETTERS_OF_A_COLUMN + 2 : letters + 1;
    }
}
