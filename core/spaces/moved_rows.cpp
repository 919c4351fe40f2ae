#include "core/spaces/moved_rows.h"

#include "core/projection/flat_rows.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/similarity.h"

namespace horo {

using Eigen::Index;
using Eigen::MatrixXd;

Result<MovedRows> MovedRows::create(const Embedding& first, const Embedding& second,
                                    const std::function<bool()>& keepGoing) {
    const auto spaces = MatchedSpaces::create(first, second);
    if (!spaces) return spaces.error();
    const auto a = flatRows(spaces->a, keepGoing), b = flatRows(spaces->b, keepGoing);
    if (!a) return a.error();
    if (!b) return b.error();
    if (!keepGoing()) return cancelledError();
    const MatrixXd flatA = matrixOf(a->vectors), flatB = matrixOf(b->vectors);
    const Index columns = std::max(flatA.cols(), flatB.cols());
    MovedRows moved;
    moved.after = padded(flatA, columns);
    const Eigen::RowVectorXd middle = moved.after.colwise().mean();
    const MatrixXd x = moved.after.rowwise() - middle, y = centred(padded(flatB, columns));
    const MatrixXd turned = y * procrustesRotation(x, y);
    const double spread = turned.squaredNorm();
    moved.scale = spread > 0 ? turned.cwiseProduct(x).sum() / spread : 0;
    moved.before = (moved.scale * turned).rowwise() + middle;
    const Eigen::VectorXd distance = (moved.after - moved.before).rowwise().norm();
    moved.distance.assign(distance.begin(), distance.end());
    for (const std::string& name : spaces->a.items->names())
        moved.rows.push_back(*first.items->rowOf(std::string_view(name)));
    return moved;
}

}  // namespace horo
