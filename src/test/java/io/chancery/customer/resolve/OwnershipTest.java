package io.chancery.customer.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.RecordMapper;
import io.chancery.customer.matching.Traits;
import io.chancery.platform.stream.RawRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final UUID OLD = customer(1);
    private static final UUID YOUNG = customer(2);

    private final Supplier<UUID> newId = new Supplier<>() {
        private final AtomicLong next = new AtomicLong(100);

        @Override
        public UUID get() {
            return customer(next.getAndIncrement());
        }
    };

    private static UUID customer(long number) {
        return new UUID(0x7000 + number, 1);
    }

    private static Member member(int number, @Nullable UUID customer) {
        return new Member(new UUID(0x7000, number), "crm", "K" + number, traits(), customer, null);
    }

    private Ownership of(List<List<Member>> clusters) {
        return Ownership.of(clusters, Member::customer, newId);
    }

    @Test
    void what_is_nobodys_is_a_new_customer() {
        var ownership = of(List.of(List.of(member(1, null), member(2, null)), List.of(member(3, null))));

        assertThat(ownership.opened()).containsExactly(customer(100), customer(101));
        assertThat(ownership.owners().get(member(2, null).id())).isEqualTo(customer(100));
        assertThat(ownership.merged()).isEmpty();
    }

    @Test
    void a_new_record_joins_the_customer_that_is_there() {
        var ownership = of(List.of(List.of(member(1, OLD), member(2, null))));

        assertThat(ownership.owners()).containsEntry(member(2, null).id(), OLD);
        assertThat(ownership.opened()).isEmpty();
    }

    @Test
    void the_oldest_customer_survives_and_the_other_becomes_its_alias() {
        var ownership = of(List.of(List.of(member(1, YOUNG), member(2, YOUNG), member(3, OLD))));

        assertThat(ownership.owners().values()).containsOnly(OLD);
        assertThat(ownership.merged()).containsExactly(Map.entry(YOUNG, OLD));
    }

    @Test
    void the_largest_part_keeps_the_id_when_a_customer_falls_apart() {
        var ownership = of(List.of(List.of(member(1, OLD)), List.of(member(2, OLD), member(3, OLD))));

        assertThat(ownership.owners()).containsEntry(member(2, OLD).id(), OLD);
        assertThat(ownership.owners()).containsEntry(member(1, OLD).id(), customer(100));
        assertThat(ownership.merged()).isEmpty();
    }

    @Test
    void of_two_equal_parts_the_one_with_the_oldest_record_keeps_the_id() {
        var ownership = of(List.of(List.of(member(2, OLD)), List.of(member(1, OLD))));

        assertThat(ownership.owners()).containsEntry(member(1, OLD).id(), OLD);
    }

    @Test
    void a_part_that_joins_an_older_customer_takes_the_id_along_as_an_alias() {
        var ownership =
                of(List.of(List.of(member(1, OLD), member(2, YOUNG), member(3, YOUNG)), List.of(member(4, YOUNG))));

        assertThat(ownership.merged()).containsExactly(Map.entry(YOUNG, OLD));
        assertThat(ownership.owners()).containsEntry(member(4, YOUNG).id(), customer(100));
    }

    /** Ownership never looks at them. */
    private static Traits traits() {
        var mapping = new Mapping(null, null, null, "id", null, null, List.of(), List.of());
        var record = RawRecord.parse("{}").orElseThrow();
        return Traits.of(new RecordMapper(mapping, Clock.systemUTC()).map(record, new ArrayList<>()));
    }
}
