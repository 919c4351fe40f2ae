#include "core/measure/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/geometry/euclidean.h"
#include "core/geometry/poincare.h"

namespace horo {

/// A query on its way: its positives by distance, and what was counted so far.
struct RankTable::Pending {
    uint32_t row = 0, farthest = 0;      // the query, its last positive
    std::vector<double> distances;       // of the positives, ascending
    std::vector<double> lower, upper;    // thresholds around their ratios
    std::vector<int64_t> nearer, equal;  // rows that count, for each positive
};

RankTable::RankTable(const Manifold& manifold, std::vector<double> rows, size_t columns, InstructionSet set)
    : manifold_(manifold),
      size_(columns == 0 ? 0 : rows.size() / columns),
      columns_(columns),
      rows_(std::move(rows)),
      monotone_(manifold.kind() != ManifoldKind::Product),
      kernel_(countKernel(set)) {
    if (monotone_) layOut();
}

RankTable::RankTable(std::shared_ptr<const ExtendedPoints> points)
    : manifold_(Manifold::poincare()),
      size_(points->rows()),
      columns_(points->columns()),
      monotone_(false),
      kernel_(countKernel(InstructionSet::Baseline)),
      extended_(std::move(points)),
      rough_(*extended_) {}

void RankTable::layOut() {
    const double curvature = manifold_.curvature();
    dim_ = manifold_.kind() == ManifoldKind::Lorentz ? columns_ - 1 : columns_;
    weights_.assign(size_, 1.0);
    points_.resize(size_ * dim_);
    for (size_t i = 0; i < size_; ++i) {
        const auto from = row(i);
        const std::span<double> point(points_.data() + i * dim_, dim_);
        if (manifold_.kind() == ManifoldKind::Lorentz) {
            // The unit ball's ratio, its weight from the hyperboloid: a ball row alone could not hold it.
            const long double root = std::sqrt(static_cast<long double>(-curvature));
            long double squares = 1;
            for (const double value : from.subspan(1))
                squares -= static_cast<long double>(curvature) * value * value;
            const long double scale = 1 + std::sqrt(squares);
            for (size_t j = 0; j < dim_; ++j)
                point[j] = static_cast<double>(root * from[j + 1] / scale);
            weights_[i] = static_cast<double>(scale);
        } else {
            std::copy(from.begin(), from.end(), point.begin());
        }
        if (manifold_.kind() == ManifoldKind::Poincare) weights_[i] = 1 / poincare::gap(from, curvature);
        if (manifold_.kind() == ManifoldKind::Sphere) {
            const double norm = euclidean::norm(from);
            for (double& value : point)
                value /= norm;
        }
    }
    if (manifold_.kind() == ManifoldKind::Lorentz) {
        // Ball rows are correctly rounded, so the length D of a difference is off by e = 2.5e-16 at most, and
        // for any r in (0, 1): |(D + e)^2 - D^2| <= r D^2 + e^2 (1 + 1 / r). The thresholds take the share r
        // of both sides.
        constexpr double share = 4e-8, error = 2.5e-16;
        relative_ = 2.5 * share;
        slack_ = 1.1 * error * error * (1 + 1 / share);
    }
    const size_t blockCount = (size_ + CountTile::blockRows - 1) / CountTile::blockRows;
    const size_t stride = CountTile::blockRows * (dim_ + 1);
    blocks_.assign(blockCount * stride, std::numeric_limits<double>::quiet_NaN());
    for (size_t i = 0; i < size_; ++i) {
        double* block = blocks_.data() + i / CountTile::blockRows * stride + i % CountTile::blockRows;
        block[0] = weights_[i];
        for (size_t j = 0; j < dim_; ++j)
            block[(j + 1) * CountTile::blockRows] = points_[i * dim_ + j];
    }
    tileBlocks_ = std::clamp<size_t>(24 * 1024 / (stride * sizeof(double)), 1, 64);
}

double RankTable::squaredDistance(uint32_t i, uint32_t j) const {
    return euclidean::squaredDistance({points_.data() + i * dim_, dim_}, {points_.data() + j * dim_, dim_});
}

RankTable::Pending RankTable::prepare(const RankQuery& query) const {
    Pending pending;
    pending.row = query.row;
    std::vector<std::pair<double, uint32_t>> positives;
    for (const uint32_t positive : query.positives)
        positives.emplace_back(distance(query.row, positive), positive);
    std::sort(positives.begin(), positives.end());
    if (!positives.empty()) pending.farthest = positives.back().second;
    for (const auto& [distance, positive] : positives) {
        pending.distances.push_back(distance);
        if (!monotone_) continue;
        const double squares = squaredDistance(query.row, positive), weight = weights_[positive];
        pending.lower.push_back((squares - slack_) * weight * (1 - relative_));
        pending.upper.push_back((squares + slack_) * weight * (1 + relative_));
    }
    // The order by distance and the order by ratio agree but for rounding; the kernel needs its own.
    for (size_t k = 1; k < pending.upper.size(); ++k) {
        pending.upper[k] = std::max(pending.upper[k], pending.upper[k - 1]);
    }
    for (size_t k = pending.lower.size(); k-- > 1;)
        pending.lower[k - 1] = std::min(pending.lower[k - 1], pending.lower[k]);
    pending.nearer.assign(positives.size(), 0);
    pending.equal.assign(positives.size(), 0);
    // The counts will run over all rows; take out beforehand those that do not count.
    const auto takeOut = [&](double distance) {
        for (size_t k = 0; k < pending.distances.size(); ++k) {
            pending.nearer[k] -= distance < pending.distances[k];
            pending.equal[k] -= distance == pending.distances[k];
        }
    };
    takeOut(distance(query.row, query.row));
    for (const auto& [distance, positive] : positives)
        takeOut(distance);
    for (const uint32_t ignored : query.ignored)
        takeOut(distance(query.row, ignored));
    return pending;
}

void RankTable::decide(Pending& pending, size_t k, size_t firstRow, std::span<const double> low,
                       std::span<const double> high) const {
    for (size_t i = 0; i < low.size(); ++i) {
        if (!(low[i] <= pending.upper[k]) || high[i] < pending.lower[k]) continue;
        const double exact = distance(pending.row, static_cast<uint32_t>(firstRow + i));
        pending.nearer[k] += exact < pending.distances[k];
        pending.equal[k] += exact == pending.distances[k];
    }
}

void RankTable::countTiles(std::span<Pending> pending) const {
    const size_t stride = CountTile::blockRows * (dim_ + 1), blockCount = blocks_.size() / stride;
    size_t most = 0;
    for (const Pending& query : pending)
        most = std::max(most, query.distances.size());
    AlignedVector<double> low(tileBlocks_ * CountTile::blockRows), high(low.size());
    std::vector<uint32_t> below(most), near(most);
    for (size_t block = 0; block < blockCount; block += tileBlocks_) {
        const size_t blocks = std::min(tileBlocks_, blockCount - block);
        for (Pending& query : pending) {
            const size_t thresholds = query.distances.size();
            const size_t first =
                kernel_({blocks_.data() + block * stride, blocks, dim_, points_.data() + query.row * dim_,
                         slack_, query.lower.data(), query.upper.data(), thresholds, low.data(), high.data(),
                         below.data(), near.data()});
            for (size_t k = first; k < thresholds; ++k) {
                query.nearer[k] += below[k];
                if (near[k] != below[k]) {
                    const size_t firstRow = block * CountTile::blockRows;
                    const size_t rows = std::min(blocks * CountTile::blockRows, size_ - firstRow);
                    decide(query, k, firstRow, {low.data(), rows}, {high.data(), rows});
                }
            }
        }
    }
}

/// Counts distances that come one by one in any order.
class RankTable::Tally {
public:
    explicit Tally(Pending& pending) : pending_(pending), firstAbove_(pending.distances.size() + 1, 0) {}

    void add(double exact) {
        const auto& thresholds = pending_.distances;
        const auto [equal, above] = std::equal_range(thresholds.begin(), thresholds.end(), exact);
        ++firstAbove_[static_cast<size_t>(above - thresholds.begin())];
        for (auto k = equal; k != above; ++k)
            ++pending_.equal[static_cast<size_t>(k - thresholds.begin())];
    }
    void finish() {
        // nearer[k] = rows with a distance below thresholds[k]: those whose first threshold above is up to k.
        int64_t total = 0;
        for (size_t k = 0; k < pending_.nearer.size(); ++k) {
            total += firstAbove_[k];
            pending_.nearer[k] += total;
        }
    }

private:
    Pending& pending_;
    std::vector<int64_t> firstAbove_;
};

void RankTable::countOneByOne(Pending& pending) const {
    Tally tally(pending);
    for (uint32_t i = 0; i < size_; ++i)
        tally.add(distance(pending.row, i));
    tally.finish();
}

void RankTable::countNear(Pending& pending) const {
    if (pending.distances.empty()) return;
    // Rounding may give the same distance to ratios that differ by some 1e-13.
    ScaledDouble limit = extended_->halfSinhSquared(pending.row, pending.farthest);
    limit.m *= 1 + 1e-9;
    std::vector<uint32_t> near;
    rough_->near(pending.row, limit, 0, size_, near);
    Tally tally(pending);
    for (const uint32_t i : near) {
        const ScaledDouble ratio = extended_->halfSinhSquared(pending.row, i);
        const int64_t shift = ratio.exponent - limit.exponent;
        const double scaled = std::ldexp(ratio.m, static_cast<int>(std::clamp<int64_t>(shift, -4000, 4000)));
        if (!(scaled > limit.m)) tally.add(distance(pending.row, i));
    }
    tally.finish();
}

void RankTable::answer(std::span<const RankQuery> queries, std::span<RankAnswer> answers) const {
    std::vector<Pending> pending;
    for (const RankQuery& query : queries)
        pending.push_back(prepare(query));
    if (monotone_) {
        countTiles(pending);
    } else {
        for (Pending& query : pending)
            extended_ ? countNear(query) : countOneByOne(query);
    }
    for (size_t q = 0; q < queries.size(); ++q) {
        const Pending& query = pending[q];
        const size_t count = query.distances.size();
        RankAnswer answer;
        for (size_t k = 0; k < count; ++k) {
            answer.rankSum +=
                1 + static_cast<double>(query.nearer[k]) + 0.5 * static_cast<double>(query.equal[k]);
            answer.ties += query.equal[k] > 0;
        }
        for (size_t k = 0, end; k < count; k = end) {
            end = k + 1;
            while (end < count && query.distances[end] == query.distances[k])
                ++end;
            const double found = static_cast<double>(end);
            const double strangers = static_cast<double>(query.nearer[k] + query.equal[k]);
            answer.averagePrecision += static_cast<double>(end - k) * found / (found + strangers);
        }
        if (count > 0) answer.averagePrecision /= static_cast<double>(count);
        answers[q] = answer;
    }
}

}  // namespace horo
