package io.chancery.render.difference;

import io.chancery.render.difference.text.ComparisonException;

/** How many pages one comparison may still look at. For one thread. */
public final class PageBudget {

    private final int most;
    private int taken;

    public PageBudget(int most) {
        this.most = most;
    }

    /** @throws ComparisonException if it is spent */
    public void take(int pages) {
        taken += pages;
        if (taken > most) {
            throw ComparisonException.tooLarge(
                    "/fixtures", "the letters that differ have more than " + most + " pages; name fewer fixtures");
        }
    }
}
