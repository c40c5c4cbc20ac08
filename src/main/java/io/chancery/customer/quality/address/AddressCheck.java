package io.chancery.customer.quality.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the check of an address.
 *
 * @param proposal the address as it should be written; null when it is right as it stands, or nothing better is known
 * @param certain whether the proposal may be used unseen: no other one would fit as well
 */
public record AddressCheck(Verdict verdict, @Nullable Address proposal, boolean certain, List<Reason> reasons) {

    public AddressCheck {
        reasons = List.copyOf(reasons);
    }

    static AddressCheck of(Verdict verdict, Reason... reasons) {
        return new AddressCheck(verdict, null, false, List.of(reasons));
    }
}
