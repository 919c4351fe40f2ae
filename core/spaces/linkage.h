// Agglomerative clustering: the tree that distances imply.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/measure/row_distances.h"

namespace horo {

/// The distance of two clusters: the mean, the largest or the smallest over pairs of one row of each.
enum class Linkage { Average, Complete, Single };

/// A binary tree over rows, written as scipy's linkage matrix: rows are the clusters 0 to rows - 1, merge m
/// makes the cluster rows + m.
struct HOROCYCLE_EXPORT Dendrogram {
    struct Merge {
        uint32_t first, second;  ///< clusters that were made before, first < second
        double height;           ///< their distance
    };
    size_t rows = 0;
    std::vector<Merge> merges;  ///< rows - 1, heights ascending

    /// The rows from left to right with no branches crossing, and the height at which each one joins the
    /// next: rows numbers and rows - 1. The tree joins two rows at the largest height between them.
    struct Leaves {
        std::vector<uint32_t> order;
        std::vector<double> gaps;
    };
    Leaves leaves() const;
};

struct LinkageOptions {
    int threads = 1;
    std::function<bool(double share)> keepGoing = [](double) { return true; };
};

/// Exact, in O(n^2) distances. Average and complete by chains of nearest neighbors (Murtagh 1983; Müllner
/// 2011) over a matrix of n^2 doubles; single along the minimum spanning tree, without a matrix where it is
/// too large. Among equal distances it takes what scipy 1.x takes. Error: average or complete of more than
/// DistanceMatrix::limit rows, stopped.
HOROCYCLE_EXPORT Result<Dendrogram> linkage(const RowDistances& distances, Linkage how,
                                            const LinkageOptions& options = {});

}  // namespace horo
