package io.chancery.customer.quality.record;

import io.chancery.customer.mapping.MappedRecord;
import io.chancery.customer.quality.name.GivenNames;
import io.chancery.customer.quality.name.GivenNames.Bearer;
import io.chancery.customer.quality.name.NameCase;
import io.chancery.customer.quality.name.Organisations;
import io.chancery.customer.quality.plausibility.Placeholders;
import io.chancery.customer.quality.plausibility.Plausibility;
import io.chancery.vocabulary.PersonName;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with the name. */
final class NameFindings {

    private NameFindings() {}

    /** An organisation has one name, no salutation and no birthday. */
    static boolean isOrganisation(MappedRecord record) {
        var name = record.name();
        return name.given().isEmpty() && Organisations.isOrganisation(name.family());
    }

    static void of(MappedRecord record, List<Finding> findings) {
        var name = record.name();
        if (name.given().isEmpty() && name.family().isEmpty()) {
            findings.add(Finding.NAME_MISSING);
            return;
        }
        findPlaceholders(name, findings);
        if (!isOrganisation(record)) {
            findGaps(name, findings);
            findContradictions(name, findings);
            findCase(name, findings);
        }
    }

    private static void findPlaceholders(PersonName name, List<Finding> findings) {
        var worst = Stream.of(name.given(), name.family())
                .filter(part -> !part.isEmpty())
                .map(Placeholders::name)
                .reduce(Plausibility.PLAUSIBLE, (one, other) -> one.compareTo(other) > 0 ? one : other);
        if (worst == Plausibility.PLACEHOLDER) {
            findings.add(Finding.NAME_PLACEHOLDER);
        } else if (worst == Plausibility.DOUBTFUL) {
            findings.add(Finding.NAME_DOUBTFUL);
        }
    }

    private static void findGaps(PersonName name, List<Finding> findings) {
        if (name.given().isEmpty()) {
            findings.add(Finding.GIVEN_NAME_MISSING);
        }
        if (name.family().isEmpty()) {
            findings.add(Finding.FAMILY_NAME_MISSING);
        }
        if (name.salutation().isEmpty()) {
            findings.add(Finding.SALUTATION_MISSING);
        }
    }

    private static void findContradictions(PersonName name, List<Finding> findings) {
        if (GivenNames.isSwapped(name.given(), name.family())) {
            findings.add(Finding.NAMES_SWAPPED);
        } else if (GivenNames.bearer(name.given())
                .filter(bearer -> contradicts(name.salutation(), bearer))
                .isPresent()) {
            findings.add(Finding.SALUTATION_CONFLICT);
        }
    }

    private static boolean contradicts(String salutation, Bearer bearer) {
        return (salutation.equals("Frau") && bearer == Bearer.MAN)
                || (salutation.equals("Herr") && bearer == Bearer.WOMAN);
    }

    private static void findCase(PersonName name, List<Finding> findings) {
        boolean careless = Stream.of(name.given(), name.family())
                .anyMatch(part -> !NameCase.proper(part).equals(part));
        if (careless) {
            findings.add(Finding.NAME_CASE);
        }
    }
}
