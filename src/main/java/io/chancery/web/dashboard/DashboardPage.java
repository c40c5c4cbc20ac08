package io.chancery.web.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What is to be seen of one period. */
record DashboardPage(
        Period period,
        Outcome all,
        Chart chart,
        List<String> channelNames,
        List<Outcome> channels,
        List<Outcome> templates,
        List<Outcome> purposes,
        Saving saving) {

    /**
     * What was spared as no letter was needed.
     *
     * @param letters that went out another way; advertising would not have been a letter
     * @param pages that would have been printed, by the average of those that were
     */
    record Saving(long letters, long pages, BigDecimal postage, String currency) {

        static Saving of(long letters, double pagesPerLetter, DashboardConfig config) {
            return new Saving(
                    letters,
                    Math.round(letters * pagesPerLetter),
                    config.postage().multiply(BigDecimal.valueOf(letters)).setScale(2, RoundingMode.HALF_UP),
                    config.currency());
        }
    }

    public Period[] periods() {
        return Period.values();
    }

    /** Whether there is anything to show. */
    public boolean isEmpty() {
        return all.accepted() + all.sent() == 0;
    }
}
