#include "core/spaces/cluster_scores.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "core/base/parallel.h"

namespace horo {

namespace {

/// Sums over pairs of distances x and heights y, both less one number near their means, so that nothing is
/// lost in their differences.
struct PairSums {
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    void add(double a, double b) { x += a, y += b, xx += a * a, yy += b * b, xy += a * b; }
    void add(const PairSums& other) {
        x += other.x, y += other.y, xx += other.xx, yy += other.yy, xy += other.xy;
    }
    double correlation(double n) const {
        return (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    }
};

class Silhouette {
public:
    explicit Silhouette(std::span<const uint32_t> classes) : classes_(classes) {
        for (const uint32_t c : classes) {
            if (c >= sizes_.size()) sizes_.resize(c + 1, 0);
            ++sizes_[c];
        }
    }

    bool isDefined() const {
        const auto used =
            static_cast<size_t>(std::ranges::count_if(sizes_, [](double size) { return size > 0; }));
        return used >= 2 && used < classes_.size();
    }

    /// Of one row; `distances` to all rows.
    double of(size_t row, std::span<const double> distances) const {
        const uint32_t own = classes_[row];
        if (sizes_[own] == 1) return 0;
        std::vector<double> sums(sizes_.size(), 0.0);
        for (size_t i = 0; i < distances.size(); ++i)
            sums[classes_[i]] += distances[i];
        const double a = sums[own] / (sizes_[own] - 1);
        double b = std::numeric_limits<double>::infinity();
        for (size_t c = 0; c < sums.size(); ++c)
            if (c != own && sizes_[c] > 0) b = std::min(b, sums[c] / sizes_[c]);
        return std::max(a, b) > 0 ? (b - a) / std::max(a, b) : 0;
    }

private:
    std::span<const uint32_t> classes_;
    std::vector<double> sizes_;
};

}  // namespace

std::optional<double> dendrogramPurity(const Dendrogram& tree, std::span<const uint32_t> classes) {
    struct Cluster {
        std::unordered_map<uint32_t, double> members;  // rows of each class
        double size = 1;
    };
    std::vector<Cluster> clusters;
    for (const uint32_t c : classes)
        clusters.push_back({{{c, 1.0}}, 1.0});
    double sum = 0, pairs = 0;
    for (const auto& merge : tree.merges) {
        Cluster &a = clusters[merge.first], &b = clusters[merge.second];
        Cluster &small = a.members.size() < b.members.size() ? a : b, &large = &small == &a ? b : a;
        const double size = a.size + b.size;
        for (const auto& [c, count] : small.members) {
            double& others = large.members[c];
            pairs += count * others;
            sum += count * others * (count + others) / size;
            others += count;
        }
        Cluster both{std::move(large.members), size};
        small.members.clear();
        clusters.push_back(std::move(both));
    }
    return pairs > 0 ? std::optional(sum / pairs) : std::nullopt;
}

Result<ClusterScores> clusterScores(const RowDistances& distances, const Dendrogram& tree,
                                    std::span<const uint32_t> classes, const LinkageOptions& options) {
    constexpr size_t rowsAtOnce = 16;
    const size_t n = distances.size();
    const Silhouette silhouette(classes);
    const bool silhouetteIsDefined = silhouette.isDefined();
    const auto leaves = tree.leaves();
    const double middle = tree.merges.empty() ? 0 : tree.merges.back().height / 2;
    std::vector<PairSums> sums(n);
    std::vector<double> ofRow(n, 0.0);
    std::atomic<size_t> done = 0;
    const auto score = [&](size_t begin, size_t end) {
        const auto rows = std::span(leaves.order).subspan(begin, end - begin);
        const std::vector<double> all = distances.from(rows);
        for (size_t p = begin; p < end; ++p) {
            const auto fromRow = std::span(all).subspan((p - begin) * n, n);
            double height = 0;
            for (size_t q = p + 1; q < n; ++q) {
                height = std::max(height, leaves.gaps[q - 1]);
                sums[p].add(fromRow[leaves.order[q]] - middle, height - middle);
            }
            if (silhouetteIsDefined) ofRow[p] = silhouette.of(leaves.order[p], fromRow);
        }
        done += end - begin;
    };
    const auto ask = [&] { return options.keepGoing(static_cast<double>(done) / static_cast<double>(n)); };
    if (!parallelWhile(ask, n, rowsAtOnce, options.threads, score)) return cancelledError();
    ClusterScores out;
    if (n < 2) return out;
    PairSums pairs;
    double sum = 0;
    for (size_t p = 0; p < n; ++p) {
        pairs.add(sums[p]);
        sum += ofRow[p];
    }
    const auto count = static_cast<double>(n);
    // Means of equal numbers may differ by their rounding.
    if (tree.merges.back().height - tree.merges.front().height > 1e-12 * tree.merges.back().height)
        out.cophenetic = std::clamp(pairs.correlation(count * (count - 1) / 2), -1.0, 1.0);
    if (silhouetteIsDefined) out.silhouette = sum / count;
    return out;
}

}  // namespace horo
