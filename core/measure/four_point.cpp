#include "core/measure/four_point.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <vector>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/measure/quadruple_kernel.h"

namespace horo {

namespace {

constexpr size_t rowsOfBlock = 32;  ///< a block of k fits the second cache for some thousand rows
constexpr double patience = 50e6;   ///< quadruples between two questions, some 20 ms
constexpr size_t drawnOfBlock = size_t{1} << 16;

/// Asks from one thread at a time whether to go on.
class Watch {
public:
    Watch(const ShareCallback& progress, double total) : progress_(progress), total_(total) {}
    bool stopped() const { return stopped_.load(std::memory_order_relaxed); }
    void add(double count) {
        if (!progress_) return;
        const std::lock_guard lock(asking_);
        done_ += count;
        if (!stopped() && !progress_(done_ / total_)) stopped_ = true;
    }

private:
    const ShareCallback& progress_;
    double total_, done_ = 0;
    std::atomic<bool> stopped_{false};
    std::mutex asking_;
};

/// Largest minus second largest pair sum of four rows.
double excess(const DistanceMatrix& d, const std::array<uint32_t, 4>& rows) {
    const auto [x, y, z, w] = rows;
    std::array<double, 3> sums{d(x, y) + d(z, w), d(x, z) + d(y, w), d(x, w) + d(y, z)};
    std::ranges::sort(sums);
    return sums[2] - sums[1];
}

}  // namespace

double quadrupleCount(size_t n) {
    const double rows = static_cast<double>(n);
    return n < 4 ? 0 : rows * (rows - 1) / 2 * (rows - 2) / 3 * (rows - 3) / 4;
}

Result<FourPoint> allQuadruples(const DistanceMatrix& distances, int threads, const ShareCallback& progress,
                                InstructionSet set) {
    const size_t n = distances.size();
    if (n < 4) return FourPoint{};
    const QuadrupleKernel kernel = quadrupleKernel(set);
    FourPoint all;
    all.quadruples = quadrupleCount(n);
    Watch watch(progress, all.quadruples);
    std::vector<QuadrupleSums> sums(n);
    double total = 0;
    for (size_t firstK = 0; firstK < n; firstK += rowsOfBlock) {
        const size_t firstI = firstK + 2;
        if (firstI >= n) break;
        parallelFor(n - firstI, 1, threads, [&](size_t begin, size_t) {
            const size_t i = n - 1 - begin;  // the long ones first
            sums[i] = {0, 0};
            double since = 0;
            for (size_t j = firstK + 1; j < i && !watch.stopped(); ++j) {
                const size_t endK = std::min(j, firstK + rowsOfBlock);
                const auto part = kernel({distances.data(), distances.stride(), i, j, firstK, endK, 1.0});
                sums[i].sum += part.sum;
                sums[i].largest = std::max(sums[i].largest, part.largest);
                since += static_cast<double>((endK - firstK) * (firstK + endK - 1)) / 2;
                if (since < patience) continue;
                watch.add(since);
                since = 0;
            }
            watch.add(since);
        });
        if (watch.stopped()) return cancelledError();
        for (size_t i = firstI; i < n; ++i) {
            total += sums[i].sum;
            all.delta = std::max(all.delta, sums[i].largest / 2);
        }
    }
    all.mean = total / all.quadruples / 2;
    return all;
}

Result<FourPoint> drawnQuadruples(const DistanceMatrix& distances, size_t count, uint64_t seed, uint64_t draw,
                                  int threads, const ShareCallback& progress) {
    const auto n = static_cast<uint32_t>(distances.size());
    const size_t blocks = (count + drawnOfBlock - 1) / drawnOfBlock;
    Watch watch(progress, static_cast<double>(count));
    std::vector<QuadrupleSums> sums(blocks, QuadrupleSums{0, 0});
    parallelFor(blocks, 1, threads, [&](size_t block, size_t) {
        if (watch.stopped()) return;
        Random random(seed, (draw + 1) << 32 | block);
        const size_t here = std::min(drawnOfBlock, count - block * drawnOfBlock);
        for (size_t i = 0; i < here; ++i) {
            std::array<uint32_t, 4> rows;
            for (size_t k = 0; k < 4; ++k) {
                const auto before = rows.begin() + static_cast<ptrdiff_t>(k);
                do
                    rows[k] = random.below(n);
                while (std::find(rows.begin(), before, rows[k]) != before);
            }
            const double e = excess(distances, rows);
            sums[block].sum += e;
            sums[block].largest = std::max(sums[block].largest, e);
        }
        watch.add(static_cast<double>(here));
    });
    if (watch.stopped()) return cancelledError();
    FourPoint drawn;
    drawn.quadruples = static_cast<double>(count);
    for (const auto& part : sums) {
        drawn.mean += part.sum;
        drawn.delta = std::max(drawn.delta, part.largest / 2);
    }
    drawn.mean /= 2 * drawn.quadruples;
    return drawn;
}

}  // namespace horo
