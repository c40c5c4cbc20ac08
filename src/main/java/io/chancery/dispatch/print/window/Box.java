package io.chancery.dispatch.print.window;

/** A rectangle on a sheet, in millimetres from the left and the top. */
record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isWithin(Box other) {
        return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
    }
}
