package io.chancery.dispatch.print.stream.mark;

/** Operators that draw black rectangles on a page, measured from a corner at the top left. */
final class Ink {

    /** In a millimetre. */
    static final double POINTS = 72 / 25.4;

    private static final double PRECISION = 1_000;

    private final StringBuilder operators = new StringBuilder();

    /**
     * @param left of the corner, in points from the bottom left of the page
     * @param top of the corner, likewise
     */
    Ink(double left, double top) {
        operators
                .append(number(POINTS))
                .append(" 0 0 ")
                .append(number(-POINTS))
                .append(' ')
                .append(number(left))
                .append(' ')
                .append(number(top))
                .append(" cm\n");
    }

    /** Measures from here on in other units. */
    void scale(double millimetres) {
        operators
                .append(number(millimetres))
                .append(" 0 0 ")
                .append(number(millimetres))
                .append(" 0 0 cm\n");
    }

    void rectangle(double left, double top, double width, double height) {
        operators
                .append(number(left))
                .append(' ')
                .append(number(top))
                .append(' ')
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append(" re\n");
    }

    void fill() {
        operators.append("f\n");
    }

    /** To thousandths, so that Java never writes an exponent, which PDF does not know. */
    static String number(double value) {
        double rounded = Math.round(value * PRECISION) / PRECISION;
        return rounded == (long) rounded ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    @Override
    public String toString() {
        return operators.toString();
    }
}
