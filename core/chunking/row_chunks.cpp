#include "core/chunking/row_chunks.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace horo {

namespace {

constexpr size_t steps = 4096;  ///< between two questions whether to go on
constexpr size_t gone = SIZE_MAX;

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

/// x W^T; x itself where there is no map.
std::vector<double> mapped(std::span<const double> x, const std::vector<double>& map) {
    if (map.empty()) return {x.begin(), x.end()};
    std::vector<double> out(x.size());
    for (size_t i = 0; i < out.size(); ++i)
        out[i] = dot(std::span(map).subspan(i * x.size(), x.size()), x);
    return out;
}

/// Two neighbours that may be merged: those that start at `left` and `right`, as long as both are what they
/// were.
struct Candidate {
    double cosine = 0;
    size_t left = 0, right = 0, end = 0;
    bool operator<(const Candidate& other) const {
        return cosine != other.cosine ? cosine < other.cosine : left > other.left;
    }
};

}  // namespace

double cosine(std::span<const double> a, std::span<const double> b) {
    const double lengths = std::sqrt(dot(a, a)) * std::sqrt(dot(b, b));
    return lengths > 0 ? std::clamp(dot(a, b) / lengths, -1., 1.) : 0;
}

std::optional<std::vector<double>> boundaryProbabilities(const Rows& rows, const Router& router,
                                                         const std::function<bool()>& keepGoing) {
    std::vector<double> probabilities(rows.count, 1);
    for (size_t t = 1; t < rows.count; ++t) {
        if (!keepGoing()) return std::nullopt;
        const auto query = mapped(rows.row(t - 1), router.query), key = mapped(rows.row(t), router.key);
        probabilities[t] = (1 - cosine(query, key)) / 2;
    }
    return probabilities;
}

std::vector<size_t> chunkStarts(std::span<const double> probabilities, double threshold) {
    std::vector<size_t> starts;
    for (size_t t = 0; t < probabilities.size(); ++t)
        if (t == 0 || probabilities[t] > threshold) starts.push_back(t);
    return starts;
}

Rows smoothed(const Rows& chunks, std::span<const double> probabilities) {
    Rows result = chunks;
    for (size_t k = 1; k < chunks.count; ++k) {
        const double p = std::clamp(probabilities[k], 1e-4, 1 - 1e-4);
        for (size_t j = 0; j < chunks.columns; ++j) {
            const size_t at = k * chunks.columns + j;
            result.values[at] = p * chunks.values[at] + (1 - p) * result.values[at - chunks.columns];
        }
    }
    return result;
}

double ratioLoss(double share, double meanProbability, double target) {
    return target / (target - 1) *
           ((target - 1) * share * meanProbability + (1 - share) * (1 - meanProbability));
}

std::optional<std::vector<RowMerge>> mergeTree(const Rows& rows, const std::function<bool()>& keepGoing) {
    const size_t n = rows.count, d = rows.columns;
    std::vector<RowMerge> merges;
    Rows vectors = rows;  // the vector of a node stands in the row that it starts at
    std::vector<size_t> ends(n), last(n);
    std::priority_queue<Candidate> queue;
    const auto enqueue = [&](size_t left, size_t right) {
        queue.push({cosine(vectors.row(left), vectors.row(right)), left, right, ends[right]});
    };
    for (size_t i = 0; i < n; ++i) {
        ends[i] = i + 1;
        last[i] = i == 0 ? gone : i - 1;
    }
    for (size_t i = 1; i < n; ++i) {
        if (i % steps == 1 && !keepGoing()) return std::nullopt;
        enqueue(i - 1, i);
    }
    while (merges.size() + 1 < n) {
        if (merges.size() % steps == 0 && !keepGoing()) return std::nullopt;
        const Candidate best = queue.top();
        queue.pop();
        const auto [value, left, right, end] = best;
        if (ends[left] != right || ends[right] != end) continue;  // one of the two has been merged since
        merges.push_back({left, right, end, value});
        for (size_t j = 0; j < d; ++j)
            vectors.values[left * d + j] = (vectors.values[left * d + j] + vectors.values[right * d + j]) / 2;
        ends[left] = end;
        ends[right] = gone;
        if (end < n) {
            last[end] = left;
            enqueue(left, end);
        }
        if (last[left] != gone) enqueue(last[left], left);
    }
    return merges;
}

}  // namespace horo
