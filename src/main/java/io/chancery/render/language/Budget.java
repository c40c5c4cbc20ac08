package io.chancery.render.language;

/**
 * What one rendering may use up. Qute never interrupts a rendering, so every loop, include and piece of output pays here,
 * and a template that multiplies work comes to an end.
 */
public final class Budget {

    private static final int ITEMS = 20_000;
    private static final int STEPS = 500_000;
    private static final int CHARACTERS = 4_000_000;

    private int items = ITEMS;
    private int steps = STEPS;
    private int characters = CHARACTERS;

    /** Pays for one round of a loop whose body has so many nodes. */
    void item(int nodes) {
        if (--items < 0) {
            throw new Complaint("loops went through more than " + ITEMS + " items");
        }
        steps(nodes);
    }

    void steps(int nodes) {
        steps -= nodes;
        if (steps < 0) {
            throw new Complaint("loops and blocks took more than " + STEPS + " steps");
        }
    }

    /** Pays for output. */
    public void output(int length) {
        characters -= length;
        if (characters < 0) {
            throw new Complaint("the text is longer than " + CHARACTERS + " characters");
        }
    }
}
