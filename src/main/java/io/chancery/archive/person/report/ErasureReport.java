package io.chancery.archive.person.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.platform.person.Remainder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure erases and what it has to keep. Names nothing of the person, so that it can be kept itself.
 *
 * @param erased how many entries of each kind of data, by the names that the access export has for them
 * @param erasedDeliveries how many deliveries nobody can read any more
 * @param kept what must be kept, by duty and day
 * @param stays what stays because it tells nothing of the person
 * @param german what it comes to, for people
 * @param english the same
 */
public record ErasureReport(
        Map<String, Long> erased,
        long erasedDeliveries,
        List<Duty> kept,
        List<Remainder> stays,
        String german,
        String english) {

    /**
     * Deliveries that one duty keeps.
     *
     * @param documentClass as their templates name it
     * @param duty the rule in words; of a hold, that it is one
     * @param until the last day on which they are kept; null for as long as a hold lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Duty(
            String documentClass, String duty, @Nullable LocalDate until, long deliveries, List<UUID> holds) {}
}
