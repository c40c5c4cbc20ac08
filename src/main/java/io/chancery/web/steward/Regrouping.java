package io.chancery.web.steward;

import io.chancery.customer.CustomerView;
import io.chancery.customer.StewardDesk.Preview;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge or a split before it is carried out.
 *
 * @param other the customer to merge with, as it was asked for
 * @param chosen the records that would leave, each as source/record
 * @param found other customers that were searched for
 * @param preview null until enough is chosen
 * @param problem why it cannot be; null if it can
 */
record Regrouping(
        CustomerView customer,
        String other,
        Set<String> chosen,
        List<CustomerView> found,
        @Nullable Preview preview,
        @Nullable String problem) {

    public boolean isChosen(CustomerView.SourceRecord record) {
        return chosen.contains(record.source() + "/" + record.record());
    }

    /** The version of the other customer, to be named when it is carried out. */
    public long otherVersion() {
        return preview == null || preview.before().size() < 2
                ? 0
                : preview.before().get(1).version();
    }

    public String otherUcid() {
        return preview == null || preview.before().size() < 2
                ? ""
                : preview.before().get(1).ucid().text();
    }
}
