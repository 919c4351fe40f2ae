#include "core/projection/projection_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/parallel.h"
#include "core/measure/correlation.h"
#include "core/measure/pair_draw.h"
#include "core/measure/row_distances.h"

namespace horo {

namespace {

constexpr size_t allUpTo = 5000;  ///< rows that are all scored

constexpr size_t rowsAtOnce = 16;  ///< that are scored together

/// All rows in the order of their distance to one of them, equal distances in row order.
class Ranks {
public:
    /// The row itself comes last.
    Ranks(std::span<double> distances, uint32_t row, size_t k) : all_(distances) {
        all_[row] = std::numeric_limits<double>::infinity();
        near_.reserve(k + 1);
        for (uint32_t i = 0; i < all_.size(); ++i) {
            if (near_.size() == k && !(all_[i] < all_[near_.back()])) continue;
            const auto place = std::upper_bound(near_.begin(), near_.end(), i,
                                                [&](uint32_t x, uint32_t y) { return all_[x] < all_[y]; });
            near_.insert(place, i);
            if (near_.size() > k) near_.pop_back();
        }
    }

    std::span<const uint32_t> near() const { return near_; }
    /// From 1.
    size_t rankOf(uint32_t other) const {
        const double limit = all_[other];
        size_t nearer = 0, before = 0;
        for (size_t i = 0; i < all_.size(); ++i)
            nearer += all_[i] < limit;
        for (size_t i = 0; i < other; ++i)
            before += all_[i] == limit;
        return 1 + nearer + before;
    }

private:
    std::span<double> all_;
    std::vector<uint32_t> near_;
};

/// By how much the neighbors in one space are beyond the k nearest in the other.
double intrusion(const Ranks& neighbors, const Ranks& ranks) {
    double sum = 0;
    const size_t k = neighbors.near().size();
    for (const uint32_t other : neighbors.near()) {
        if (std::ranges::find(ranks.near(), other) != ranks.near().end()) continue;
        const size_t rank = ranks.rankOf(other);
        sum += static_cast<double>(rank - k);
    }
    return sum;
}

MeanScore meanOf(std::span<const double> values, bool sampled) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    MeanScore score{mean, {}};
    if (sampled && n > 1) score.error = std::sqrt(squares / (n - 1) / n);
    return score;
}

/// Share of the near rows in the row's own class; -1 where it has none.
double shareOfOwn(std::span<const uint32_t> classes, uint32_t row, std::span<const uint32_t> near) {
    if (classes[row] == ScoredLevel::none || near.empty()) return -1;
    const auto same =
        std::ranges::count_if(near, [&](uint32_t other) { return classes[other] == classes[row]; });
    return static_cast<double>(same) / static_cast<double>(near.size());
}

std::optional<double> shepard(const RowDistances& low, const RowDistances& high,
                              const ProjectionScoreOptions& options, size_t& count) {
    const auto pairs = scoredPairs(low.size(), options.pairs, options.seed);
    std::vector<double> x(pairs.size()), y(pairs.size());
    parallelFor(pairs.size(), 4096, options.threads, [&](size_t begin, size_t end) {
        for (size_t p = begin; p < end; ++p) {
            x[p] = low(pairs[p].first, pairs[p].second);
            y[p] = high(pairs[p].first, pairs[p].second);
        }
    });
    count = pairs.size();
    return spearman(x, y);
}

}  // namespace

Result<ProjectionScores> projectionScores(const Embedding& picture, const Embedding& parent,
                                          std::span<const std::string> labels,
                                          const ProjectionScoreOptions& options) {
    if (picture.rows() != parent.rows())
        return inputError("the picture and its parent have not the same rows", "give both of the same items");
    for (const Embedding* space : {&picture, &parent})
        if (const auto usable = requireUsable(*space); !usable) return usable.error();
    ProjectionScores out;
    out.rows = picture.rows();
    if (out.rows < 2) return out;
    const RowDistances low(picture), high(parent);
    const std::vector<uint32_t> drawn =
        drawRows(out.rows, out.rows > allUpTo ? options.sample : out.rows, options.seed);
    const size_t k = std::min(options.k, out.rows - 1);
    std::vector<double> trust(drawn.size()), continuity(drawn.size()), hit(drawn.size());
    std::vector<std::vector<double>> levelHit(options.levels.size(), trust);
    std::atomic<size_t> done = 0;
    const auto score = [&](size_t begin, size_t end) {
        const auto rows = std::span(drawn).subspan(begin, end - begin);
        std::vector<double> fromPicture = low.from(rows), fromParent = high.from(rows);
        for (size_t s = begin; s < end; ++s) {
            const size_t first = (s - begin) * out.rows;
            const Ranks inPicture(std::span<double>(fromPicture).subspan(first, out.rows), drawn[s], k);
            const Ranks inParent(std::span<double>(fromParent).subspan(first, out.rows), drawn[s], k);
            trust[s] = intrusion(inPicture, inParent);
            continuity[s] = intrusion(inParent, inPicture);
            for (size_t l = 0; l < options.levels.size(); ++l)
                levelHit[l][s] = shareOfOwn(options.levels[l].classes, drawn[s], inPicture.near());
            if (labels.empty()) continue;
            const auto same = std::ranges::count_if(
                inPicture.near(), [&](uint32_t other) { return labels[other] == labels[drawn[s]]; });
            hit[s] = static_cast<double>(same) / static_cast<double>(k);
        }
        done += end - begin;
    };
    const auto ask = [&] {
        return options.keepGoing(static_cast<double>(done) / static_cast<double>(drawn.size()));
    };
    if (!parallelWhile(ask, drawn.size(), rowsAtOnce, options.threads, score)) return cancelledError();
    out.scored = drawn.size();
    const bool sampled = out.scored < out.rows;
    if (2 * k < out.rows && k == options.k) {
        const auto n = static_cast<double>(out.rows), neighbors = static_cast<double>(k);
        for (auto* scores : {&trust, &continuity})
            for (double& value : *scores)
                value = 1 - 2 * value / (neighbors * (2 * n - 3 * neighbors - 1));
        out.trustworthiness = meanOf(trust, sampled);
        out.continuity = meanOf(continuity, sampled);
    }
    if (!labels.empty()) out.neighborhoodHit = meanOf(hit, sampled);
    for (size_t l = 0; l < options.levels.size(); ++l) {
        std::erase_if(levelHit[l], [](double each) { return each < 0; });
        if (!levelHit[l].empty())
            out.levelHits.emplace_back(options.levels[l].name, meanOf(levelHit[l], sampled));
    }
    out.shepard = shepard(low, high, options, out.pairs);
    return out;
}

void addScores(const ProjectionScores& scores, size_t k, bool labelled, Report& report) {
    const std::string sampled =
        scores.scored < scores.rows
            ? fmt::format("; over {} rows drawn of {}, each ranked among all; 95 % interval", scores.scored,
                          scores.rows)
            : "";
    const auto add = [&](const char* key, const std::optional<MeanScore>& score, std::string convention,
                         const std::string& why) {
        if (!score) {
            report.addUndefined(key, why, std::move(convention));
            return;
        }
        Score& added = report.add(key, score->value, std::move(convention) + sampled, "",
                                  static_cast<int64_t>(scores.scored));
        if (score->error)
            added.interval = {score->value - 1.96 * *score->error, score->value + 1.96 * *score->error};
    };
    const std::string spaces = fmt::format("k = {}, each space under its own distance", k);
    const std::string few = fmt::format("k = {} is not below half of {} rows", k, scores.rows);
    add("trustworthiness", scores.trustworthiness, "Venna & Kaski; " + spaces, few);
    add("continuity", scores.continuity, "Venna & Kaski; " + spaces, few);
    constexpr const char* shepardConvention = "Spearman of the distances of pairs of rows in both spaces";
    if (scores.shepard)
        report.add("shepard", *scores.shepard, shepardConvention, "", static_cast<int64_t>(scores.pairs));
    else
        report.addUndefined("shepard", "the distances of one space are all equal", shepardConvention);
    if (labelled)
        add("neighborhood_hit", scores.neighborhoodHit,
            fmt::format("mean share of the {} nearest rows of the picture with the same label", k),
            "there are fewer than two rows");
    for (const auto& [level, hit] : scores.levelHits)
        add(("neighborhood_hit/" + level).c_str(), hit,
            fmt::format("mean share of the {} nearest rows of the picture in the same class of that level",
                        k),
            "");
}

}  // namespace horo
