// Vectors together with the space they live in.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/items.h"
#include "core/data/table.h"
#include "core/data/vectors.h"
#include "core/geometry/extended_points.h"
#include "core/geometry/manifold.h"

namespace horo {

/// Rows that a person should know about. Counted, never hidden.
struct Health {
    size_t nonFinite = 0;   ///< rows with a NaN or an infinity
    size_t outside = 0;     ///< rows on or beyond the rim, or off the hyperboloid or sphere
    size_t atLimit = 0;     ///< rows as far out as the arithmetic allowed when they were made
    size_t duplicates = 0;  ///< rows equal to an earlier row
    bool usable() const { return nonFinite == 0 && outside == 0; }
};

/// How the numbers of a row make a picture: line by line from the top, the channels of a pixel (grey, or red,
/// green and blue) beside each other, 0 = dark, 1 = bright.
struct PictureShape {
    size_t width = 0, height = 0, channels = 1;
    bool operator==(const PictureShape&) const = default;
};

/// n rows of d numbers on a manifold, with the items they stand for.
struct HOROCYCLE_EXPORT Embedding {
    std::shared_ptr<const Items> items;  ///< n items, row i of `vectors` is item i
    Vectors vectors;                     ///< n x d
    Manifold manifold;
    std::vector<std::string> labels;  ///< class of each row (`y`), or empty
    std::string method;               ///< id of the method that made it, or empty
    std::string parameters;           ///< its parameters as JSON text, or empty
    std::string parent;               ///< name of what it was made from, or empty
    double normLimit = 0;             ///< hyperbolic radius at which rows were held, 0 = none
    /// The rows with more digits than doubles have, or null: then `vectors` are these, rounded, and whoever
    /// measures takes these. Only in the Poincare ball of curvature -1.
    std::shared_ptr<const ExtendedPoints> extended;
    std::shared_ptr<const Table> about;   ///< what else the file says of the rows, one entry a row, or null
    std::string textColumn, imageColumn;  ///< columns of `about`: a text, the path of an image; or empty
    std::optional<PictureShape> picture;  ///< the rows are pictures

    size_t rows() const { return vectors.rows(); }
    size_t columns() const { return vectors.columns(); }
    std::vector<double> row(size_t i) const;
    /// Distance of two rows under the manifold, of the extended ones where they are there.
    double distance(size_t i, size_t j) const;
    /// Distance of a row to the origin of the manifold, likewise.
    double radius(size_t i) const;
    Health health() const;
};

/// Rows with a NaN or an infinity, or not on the manifold, ascending.
HOROCYCLE_EXPORT std::vector<size_t> unusableRows(const Embedding& embedding);

/// Some of the rows with all that belongs to them, in the order given. The items are left to the caller.
HOROCYCLE_EXPORT Embedding subset(const Embedding& embedding, const std::vector<size_t>& rows);

/// Refuses rows that no distance can be computed for. Error: names the first such row and the count; or the
/// extended rows do not belong to the vectors.
HOROCYCLE_EXPORT Result<void> requireUsable(const Embedding& embedding);

}  // namespace horo
