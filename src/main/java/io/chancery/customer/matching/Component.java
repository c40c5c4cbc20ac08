package io.chancery.customer.matching;

import java.util.List;

/**
 * Records that may belong together: every pair of records with an edge of at least {@link MatchModel#clusterWeight()}, and
 * every pair that people decided about, lies in one component or between no two.
 *
 * @param members in an order that does not depend on loading, such as by source and external id
 * @param same pairs that a person said are one customer
 * @param different pairs that a person said are not
 */
public record Component(List<Traits> members, List<Edge> edges, List<Pair> same, List<Pair> different) {

    /** Two members, in any order. */
    public record Pair(int a, int b) {}

    public Component {
        members = List.copyOf(members);
        edges = List.copyOf(edges);
        same = List.copyOf(same);
        different = List.copyOf(different);
    }
}
