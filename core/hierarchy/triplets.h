// Which two of three leaves stand closest, in two trees.
#pragma once

#include <span>

#include "core/hierarchy/agreement.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo {

struct TripletCount {
    double same = 0, all = 0;
    bool drawn = false;
};

/// Leaf i of one tree is leaf i of the other. Error: stopped.
Result<TripletCount> countTriplets(const SpanningTree& a, std::span<const Node> leavesA,
                                   const SpanningTree& b, std::span<const Node> leavesB,
                                   const AgreementOptions& options);

}  // namespace horo
