package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.quality.PhoneNumbers;
import io.chancery.customer.quality.plausibility.EmailDomains;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with e-mail address and telephone numbers. */
final class ReachFindings {

    private ReachFindings() {}

    static void of(MappedRecord record, List<Finding> findings) {
        var email = record.reach().email();
        if (email == null) {
            findings.add(Finding.EMAIL_MISSING);
        } else {
            findEmail(email).ifPresent(findings::add);
        }
        var numbers = Stream.of(
                        Optional.ofNullable(record.reach().mobile()),
                        Optional.ofNullable(record.reach().phone()))
                .flatMap(Optional::stream)
                .toList();
        if (numbers.isEmpty()) {
            findings.add(Finding.PHONE_MISSING);
        } else if (numbers.stream().anyMatch(PhoneNumbers::isDoubtful)) {
            findings.add(Finding.PHONE_DOUBTFUL);
        }
        if (email == null && record.reach().mobile() == null && !canGetLetters(record.place())) {
            findings.add(Finding.UNREACHABLE);
        }
    }

    private static boolean canGetLetters(MappedRecord.Place place) {
        return place.street() != null && place.postcode() != null && place.city() != null && place.country() != null;
    }

    /** The gravest only. */
    private static Optional<Finding> findEmail(String email) {
        if (EmailDomains.proposal(email).isPresent()) {
            return Optional.of(Finding.EMAIL_MISTYPED);
        }
        if (EmailDomains.isDisposable(email)) {
            return Optional.of(Finding.EMAIL_DISPOSABLE);
        }
        if (Placeholders.isSharedMailbox(email)) {
            return Optional.of(Finding.EMAIL_SHARED);
        }
        return Placeholders.email(email) == Plausibility.PLAUSIBLE
                ? Optional.empty()
                : Optional.of(Finding.EMAIL_DOUBTFUL);
    }
}
