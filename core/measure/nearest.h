// The nearest rows of one row or point, exactly.
#pragma once

#include <span>
#include <vector>

#include "core/data/embedding.h"

namespace horo {

struct NearRow {
    size_t row;
    double distance;
};

/// The k rows nearest to row `query` under the manifold's own distance, nearest first, equal distances in
/// row order, the query itself left out. Fewer than k where there are not enough rows. The rows must be
/// usable. Time: rows x columns.
HOROCYCLE_EXPORT std::vector<NearRow> nearestRows(const Embedding& embedding, size_t query, size_t k);

/// The same by 1 - cos of the angle at the origin; rows of zeros are left out, and one has no neighbours.
HOROCYCLE_EXPORT std::vector<NearRow> nearestByCosine(const Embedding& embedding, size_t query, size_t k);

/// The k rows nearest to a point of the manifold, and by the cosine; as above, with no row left out.
HOROCYCLE_EXPORT std::vector<NearRow> nearestToPoint(const Embedding& embedding,
                                                     std::span<const double> point, size_t k);
HOROCYCLE_EXPORT std::vector<NearRow> nearestToPointByCosine(const Embedding& embedding,
                                                             std::span<const double> point, size_t k);

}  // namespace horo
