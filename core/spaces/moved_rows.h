// How far rows lie from where another space of the same items has them.
#pragma once

#include <Eigen/Dense>
#include <functional>
#include <vector>

#include "core/data/embedding.h"

namespace horo {

/// Two spaces of the same items with the second laid onto the first: shifted, turned, mirrored and scaled so
/// that the squares between them are least (Schonemann & Carroll 1970), the narrower padded with zero
/// columns. Hyperbolic rows count by their tangents at their mean (flatRows).
struct HOROCYCLE_EXPORT MovedRows {
    std::vector<size_t> rows;      ///< of the first space, what the second has too, in order
    Eigen::MatrixXd after;         ///< where the first has them, a row each
    Eigen::MatrixXd before;        ///< where the second has them, laid onto the first; as wide
    std::vector<double> distance;  ///< between the two, of each row
    double scale = 1;              ///< what the second was multiplied by; 0 where it is a single point

    /// Errors: rows that are not usable, no common id, stopped.
    static Result<MovedRows> create(const Embedding& first, const Embedding& second,
                                    const std::function<bool()>& keepGoing);
};

}  // namespace horo
