#include "core/projection/near_weights.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"

namespace horo {

namespace {

/// The weight of one row's neighbors, and what of them must reach a goal by the choice of one number.
struct Curve {
    std::function<void(std::span<const double> distances, double width, std::span<double> weights)> weights;
    std::function<double(std::span<const double> weights)> size;  ///< grows with the width
    double goal;
};

/// Weights of all neighbors, queries x k; the width of each row by bisection.
std::vector<double> fitted(const Neighbors& neighbors, const Curve& curve, int threads) {
    std::vector<double> all(neighbors.distances.size());
    parallelFor(neighbors.queries, 256, threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const std::span<double> weights(all.data() + i * neighbors.k, neighbors.k);
            const auto distances = neighbors.distancesOf(i);
            double low = 0, high = std::numeric_limits<double>::infinity();
            double width = std::max(distances.back(), 1e-300);
            for (int step = 0; step < 64; ++step) {
                curve.weights(distances, width, weights);
                const double size = curve.size(weights);
                if (std::abs(size - curve.goal) < 1e-6) break;
                (size > curve.goal ? high : low) = width;
                width = std::isinf(high) ? 2 * width : (low + high) / 2;
                if (!std::isfinite(width)) break;
            }
        }
    });
    return all;
}

struct Entry {
    uint32_t column;
    float forth, back;  ///< weight from this row to the column, and from the column to this row
};

/// Both directions of each pair joined to one weight.
NearWeights joined(const Neighbors& neighbors, const std::vector<double>& weights, int threads,
                   const std::function<double(double, double)>& join) {
    const size_t n = neighbors.queries, k = neighbors.k;
    std::vector<size_t> counts(n + 1, 0);
    for (size_t i = 0; i < n; ++i)
        for (const uint32_t j : neighbors.rowsOf(i))
            ++counts[i + 1], ++counts[j + 1];
    for (size_t i = 0; i < n; ++i)
        counts[i + 1] += counts[i];
    std::vector<Entry> entries(counts[n]);
    std::vector<size_t> next(counts.begin(), counts.end() - 1);
    for (size_t i = 0; i < n; ++i)
        for (size_t m = 0; m < k; ++m) {
            const uint32_t j = neighbors.rows[i * k + m];
            const auto weight = static_cast<float>(weights[i * k + m]);
            entries[next[i]++] = {j, weight, 0};
            entries[next[j]++] = {static_cast<uint32_t>(i), 0, weight};
        }
    NearWeights out;
    out.starts.assign(n + 1, 0);
    parallelFor(n, 256, threads, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
            const std::span<Entry> row(entries.data() + counts[i], counts[i + 1] - counts[i]);
            std::ranges::sort(row, {}, &Entry::column);
            size_t kept = 0;
            for (size_t e = 0; e < row.size(); ++e) {
                if (kept > 0 && row[kept - 1].column == row[e].column)
                    row[kept - 1].forth += row[e].forth, row[kept - 1].back += row[e].back;
                else
                    row[kept++] = row[e];
            }
            out.starts[i + 1] = kept;
        }
    });
    for (size_t i = 0; i < n; ++i)
        out.starts[i + 1] += out.starts[i];
    out.columns.resize(out.starts[n]);
    out.values.resize(out.starts[n]);
    for (size_t i = 0; i < n; ++i)
        for (size_t e = out.starts[i]; e < out.starts[i + 1]; ++e) {
            const Entry& entry = entries[counts[i] + e - out.starts[i]];
            out.columns[e] = entry.column;
            out.values[e] = std::max(static_cast<float>(join(entry.forth, entry.back)), 1e-30f);
        }
    return out;
}

}  // namespace

NearWeights perplexityWeights(const Neighbors& neighbors, double perplexity, int threads) {
    const Curve gaussian{[](std::span<const double> distances, double width, std::span<double> weights) {
                             double sum = 0;
                             for (size_t m = 0; m < weights.size(); ++m) {
                                 // From the nearest on, so that something is left of rows far from all
                                 // others.
                                 const double beyond = (distances[m] - distances[0]) / width *
                                                       ((distances[m] + distances[0]) / width);
                                 sum += weights[m] = std::exp(-beyond / 2);
                             }
                             for (double& weight : weights)
                                 weight /= sum;
                         },
                         [](std::span<const double> weights) {
                             double entropy = 0;
                             for (const double weight : weights)
                                 if (weight > 0) entropy -= weight * std::log(weight);
                             return entropy;
                         },
                         std::log(perplexity)};
    const double rows = static_cast<double>(neighbors.queries);
    return joined(neighbors, fitted(neighbors, gaussian, threads), threads,
                  [rows](double forth, double back) { return (forth + back) / (2 * rows); });
}

NearWeights fuzzyWeights(const Neighbors& neighbors, int threads) {
    const Curve fuzzy{[](std::span<const double> distances, double width, std::span<double> weights) {
                          for (size_t m = 0; m < weights.size(); ++m)
                              weights[m] = std::exp(-(distances[m] - distances[0]) / width);
                      },
                      [](std::span<const double> weights) {
                          double sum = 0;
                          for (const double weight : weights)
                              sum += weight;
                          return sum;
                      },
                      std::max(1.0 + 1e-3, std::log2(static_cast<double>(neighbors.k)))};
    return joined(neighbors, fitted(neighbors, fuzzy, threads), threads,
                  [](double forth, double back) { return forth + back - forth * back; });
}

}  // namespace horo
