package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord.Place;
import io.chancery.customer.quality.address.Streets;
import io.chancery.customer.quality.address.Verdict;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with the postal address. */
final class AddressFindings {

    private AddressFindings() {}

    static void of(Place place, @Nullable Verdict verdict, List<Finding> findings) {
        if (verdict == null) {
            findings.add(Finding.ADDRESS_MISSING);
            return;
        }
        findGaps(place, findings);
        if (Stream.of(Optional.ofNullable(place.street()), Optional.ofNullable(place.city()))
                .flatMap(Optional::stream)
                .anyMatch(text -> Placeholders.place(text) != Plausibility.PLAUSIBLE)) {
            findings.add(Finding.ADDRESS_DOUBTFUL);
        }
        if (place.postcode() != null && place.city() != null && place.country() != null) {
            find(verdict).ifPresent(findings::add);
        }
    }

    private static void findGaps(Place place, List<Finding> findings) {
        if (place.street() == null) {
            findings.add(Finding.STREET_MISSING);
        } else if (Streets.split(place.street()).number().isEmpty() && !Streets.isPostBox(place.street())) {
            findings.add(Finding.HOUSE_NUMBER_MISSING);
        }
        addIfMissing(place.postcode(), Finding.POSTCODE_MISSING, findings);
        addIfMissing(place.city(), Finding.CITY_MISSING, findings);
        addIfMissing(place.country(), Finding.COUNTRY_MISSING, findings);
    }

    private static void addIfMissing(@Nullable String value, Finding finding, List<Finding> findings) {
        if (value == null) {
            findings.add(finding);
        }
    }

    private static Optional<Finding> find(Verdict verdict) {
        return switch (verdict) {
            case CORRECTABLE_CITY -> Optional.of(Finding.CITY_MISSPELLED);
            case INVALID_ZIP_FORMAT -> Optional.of(Finding.POSTCODE_FORMAT);
            case UNKNOWN_ZIP -> Optional.of(Finding.POSTCODE_UNKNOWN);
            case ZIP_CITY_MISMATCH -> Optional.of(Finding.POSTCODE_CITY_MISMATCH);
            case UNVERIFIABLE -> Optional.of(Finding.ADDRESS_UNVERIFIABLE);
            case VALID, MISSING_CITY, MISSING_ZIP -> Optional.empty();
        };
    }
}
