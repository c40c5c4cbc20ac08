package io.chancery.dispatch.print.stream.mark;

/**
 * What the inserter reads on the front of each sheet, and where. It stands in the left margin below every envelope window and
 * above a QR-bill, right of fold and hole marks and left of the text, so that it covers nothing and nothing covers it.
 *
 * @param left of the mark, in millimetres from the left edge of the sheet
 * @param top of the mark, in millimetres from the top
 */
public record MarkSettings(Kind kind, double left, double top) {

    /** A data matrix of 8 mm between the upper fold and the hole mark. */
    public static final MarkSettings USUAL = new MarkSettings(Kind.DATA_MATRIX, 12, 112);

    private static final double FROM_LEFT = 5;
    /** Where text begins (DIN 5008). */
    private static final double TO_RIGHT = 25;
    /** The lowest window ends at 90 mm, and letters shift in envelopes by up to 3 mm. */
    private static final double FROM_TOP = 93;
    /** A QR-bill takes the lowest 105 mm. */
    private static final double TO_BOTTOM = 192;

    /** What is drawn beside the piece id. */
    public enum Kind {
        NONE(0, 0) {
            @Override
            void draw(Sheet sheet, Ink ink) {}
        },
        /** Lines of {@link OmrMark}, and the clear zone of 20 mm below them. */
        OMR(OmrMark.LENGTH, OmrMark.HEIGHT + OmrMark.CLEAR) {
            @Override
            void draw(Sheet sheet, Ink ink) {
                OmrMark.draw(sheet, ink);
            }
        },
        /** One of {@link DataMatrixMark}, and its quiet zone below. */
        DATA_MATRIX(DataMatrixMark.SIDE, DataMatrixMark.SIDE + 1) {
            @Override
            void draw(Sheet sheet, Ink ink) {
                DataMatrixMark.draw(sheet, ink);
            }
        };

        private final double width;
        private final double height;

        Kind(double width, double height) {
            this.width = width;
            this.height = height;
        }

        abstract void draw(Sheet sheet, Ink ink);

        /** Down to where the piece id stands. */
        double height() {
            return height;
        }
    }

    public MarkSettings {
        double width = Math.max(kind.width, SheetLabel.WIDTH);
        double height = kind.height + SheetLabel.HEIGHT;
        if (left < FROM_LEFT || left + width > TO_RIGHT || top < FROM_TOP || top + height > TO_BOTTOM) {
            throw new IllegalArgumentException(
                    "Marks of %.1f × %.1f mm must stand within the left margin, %.0f to %.0f mm from the left and %.0f to %.0f mm from the top"
                            .formatted(width, height, FROM_LEFT, TO_RIGHT, FROM_TOP, TO_BOTTOM));
        }
    }
}
