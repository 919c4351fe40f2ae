#include "core/measure/distortion.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>

#include "core/base/parallel.h"
#include "core/hierarchy/path_lengths.h"
#include "core/measure/matched_rows.h"
#include "core/measure/pair_draw.h"
#include "core/measure/rank_score.h"
#include "core/measure/row_distances.h"

namespace horo {

namespace {

/// Pairs whose lengths are kept between the two passes; more are measured twice. 160 MB.
constexpr size_t keptPairs = 10'000'000;

struct PairLength {
    double embedded;
    uint32_t path;
};

/// Rows with their nodes, and both lengths of pairs.
class Lengths {
public:
    Lengths(const Embedding& embedding, const Hierarchy& hierarchy, const MatchedRows& match)
        : match_(match), distances_(embedding, match), paths_(hierarchy) {}

    const PathLengths& paths() const { return paths_; }
    size_t rows() const { return match_.nodes.size(); }

    /// Room of one thread.
    struct Room {
        std::vector<uint32_t> fromSource;
        std::vector<Node> queue;
        std::vector<PairLength> lengths;
        std::vector<double> distances;
    };

    /// Of the pairs of row `source` and each of `targets`.
    void measure(uint32_t source, std::span<const uint32_t> targets, Room& room,
                 std::span<PairLength> out) const {
        search(source, room);
        for (size_t i = 0; i < targets.size(); ++i)
            out[i] = {distances_(source, targets[i]), room.fromSource[match_.nodes[targets[i]]]};
    }
    /// Of the pairs of row `source` and each row from `first` on, as many as `out` has room for.
    void measureFrom(uint32_t source, size_t first, Room& room, std::span<PairLength> out) const {
        search(source, room);
        room.distances.resize(out.size());
        distances_.from(source, first, room.distances);
        for (size_t i = 0; i < out.size(); ++i)
            out[i] = {room.distances[i], room.fromSource[match_.nodes[first + i]]};
    }

private:
    void search(uint32_t source, Room& room) const {
        room.fromSource.resize(paths_.size());
        paths_.from(match_.nodes[source], room.fromSource, room.queue);
    }

    const MatchedRows& match_;
    RowDistances distances_;
    PathLengths paths_;
};

/// The pairs to score, by their first row.
class PairList {
public:
    PairList(size_t rows, const DistortionOptions& options) : rows_(rows) {
        const size_t all = rows * (rows - 1) / 2;
        drawn_ = options.pairs > 0 && options.pairs < all;
        if (!drawn_) {
            count_ = all;
            return;
        }
        starts_.assign(rows + 1, 0);
        for (const auto& pair : drawPairs(rows, options.pairs, options.seed)) {
            ++starts_[pair.first + 1];
            seconds_.push_back(pair.second);
        }
        for (size_t i = 0; i < rows; ++i)
            starts_[i + 1] += starts_[i];
        count_ = seconds_.size();
    }
    bool drawn() const { return drawn_; }
    size_t count() const { return count_; }
    size_t start(size_t i) const { return drawn_ ? starts_[i] : i * (2 * rows_ - i - 1) / 2; }
    size_t countOf(size_t i) const { return start(i + 1) - start(i); }
    void measure(const Lengths& lengths, uint32_t i, Lengths::Room& room, std::span<PairLength> out) const {
        if (drawn_)
            lengths.measure(i, std::span(seconds_).subspan(starts_[i], countOf(i)), room, out);
        else
            lengths.measureFrom(i, i + 1, room, out);
    }

private:
    size_t rows_, count_ = 0;
    bool drawn_ = false;
    std::vector<size_t> starts_;
    std::vector<uint32_t> seconds_;
};

/// Sums over the pairs of one first row. Added up in row order, they do not depend on the threads.
struct Sums {
    double products = 0, squares = 0;  ///< of d d_G, of d_G^2
    double errors = 0, errorSquares = 0;
    double longest = 0, shortest = std::numeric_limits<double>::infinity();  ///< of d / d_G
    size_t pairs = 0, apart = 0, coincident = 0;

    void addLengths(std::span<const PairLength> lengths) {
        for (const auto& [embedded, path] : lengths) {
            if (path == PathLengths::unreachable) {
                ++apart;
                continue;
            }
            ++pairs;
            coincident += embedded == 0;
            products += embedded * path;
            squares += static_cast<double>(path) * path;
            longest = std::max(longest, embedded / path);
            shortest = std::min(shortest, embedded / path);
        }
    }
    void addErrors(std::span<const PairLength> lengths, double scale) {
        for (const auto& [embedded, path] : lengths) {
            if (path == PathLengths::unreachable) continue;
            const double error = std::abs(embedded / scale - path) / path;
            errors += error;
            errorSquares += error * error;
        }
    }
    void add(const Sums& other) {
        products += other.products;
        squares += other.squares;
        errors += other.errors;
        errorSquares += other.errorSquares;
        longest = std::max(longest, other.longest);
        shortest = std::min(shortest, other.shortest);
        pairs += other.pairs;
        apart += other.apart;
        coincident += other.coincident;
    }
};

/// Calls body(row, room) for each row on several threads and asks between them whether to go on. False: stop.
bool overRows(size_t rows, double from, double to, const DistortionOptions& options,
              const std::function<void(uint32_t, Lengths::Room&)>& body) {
    std::atomic<size_t> done{0};
    std::atomic<bool> stopped{false};
    std::mutex reporting;
    parallelFor(rows, 16, options.threads, [&](size_t begin, size_t end) {
        Lengths::Room room;
        for (size_t i = begin; i < end && !stopped.load(std::memory_order_relaxed); ++i) {
            body(static_cast<uint32_t>(i), room);
            const double share = static_cast<double>(++done) / static_cast<double>(rows);
            if (!options.progress || (i % 4 != 3 && i + 1 != end)) continue;
            const std::lock_guard lock(reporting);
            if (!stopped && !options.progress(from + (to - from) * share)) stopped = true;
        }
    });
    return !stopped;
}

Result<void> requireRows(const Hierarchy& hierarchy, const MatchedRows& match, bool partial) {
    if (match.missing > 0 && !partial)
        return inputError(
            "node \"" + hierarchy.name(match.firstMissing) + "\" has no row in the embedding (" +
                std::to_string(match.missing) + " such nodes)",
            "use the hierarchy that it was made from, or score what there is with partial=true");
    return {};
}

/// Mean average precision of direct neighbors. Error: stopped.
Result<std::optional<double>> neighborMap(const Embedding& embedding, const Lengths& lengths,
                                          const MatchedRows& match, double from,
                                          const DistortionOptions& options) {
    std::vector<uint32_t> positives;
    std::vector<size_t> starts{0};
    for (const Node v : match.nodes) {
        for (const Node next : lengths.paths().neighbors(v))
            if (match.rowOfNode[next] != MatchedRows::none) positives.push_back(match.rowOfNode[next]);
        starts.push_back(positives.size());
    }
    std::vector<RankQuery> queries;
    for (uint32_t i = 0; i < match.nodes.size(); ++i)
        if (starts[i] < starts[i + 1])
            queries.push_back({i, std::span(positives).subspan(starts[i], starts[i + 1] - starts[i]), {}});
    if (queries.empty()) return std::optional<double>();
    ReconstructionOptions ranks;
    ranks.threads = options.threads;
    if (options.progress)
        ranks.progress = [&](double share) { return options.progress(from + (1 - from) * share); };
    const RankTable table = rankTable(embedding, match);
    const auto score = rankScore(table, std::move(queries), ranks);
    if (!score) return score.error();
    return std::optional<double>(score->map);
}

}  // namespace

Result<Distortion> distortion(const Embedding& embedding, const Hierarchy& hierarchy,
                              const DistortionOptions& options) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    const MatchedRows match(embedding, hierarchy);
    if (const auto rows = requireRows(hierarchy, match, options.partial); !rows) return rows.error();
    if (match.nodes.size() < 2)
        return inputError("fewer than two nodes have a row in the embedding",
                          "check that both name the same things");
    const Lengths lengths(embedding, hierarchy, match);
    const PairList list(lengths.rows(), options);
    const bool keep = list.count() <= keptPairs;
    std::vector<PairLength> kept(keep ? list.count() : 0);
    std::vector<Sums> sums(lengths.rows());
    const auto lengthsOf = [&](uint32_t i, Lengths::Room& room, bool known) -> std::span<const PairLength> {
        if (list.countOf(i) == 0) return {};
        if (keep && known) return std::span(kept).subspan(list.start(i), list.countOf(i));
        if (!keep) room.lengths.resize(list.countOf(i));
        const std::span<PairLength> out =
            keep ? std::span(kept).subspan(list.start(i), list.countOf(i)) : std::span(room.lengths);
        list.measure(lengths, i, room, out);
        return out;
    };
    const double border = keep ? 0.8 : 0.45, end = keep ? 0.85 : 0.9;
    if (!overRows(lengths.rows(), 0, border, options,
                  [&](uint32_t i, auto& room) { sums[i].addLengths(lengthsOf(i, room, false)); }))
        return cancelledError();
    Sums all;
    for (const auto& part : sums)
        all.add(part);
    if (all.pairs == 0)
        return inputError("no two nodes with a row are joined by a path",
                          "use a hierarchy with edges, or draw more pairs");

    Distortion score;
    if (options.fitScale) score.scale = all.products / all.squares;
    score.pairs = all.pairs;
    score.apart = all.apart;
    score.coincident = all.coincident;
    score.nodes = match.nodes.size();
    score.missing = match.missing;
    score.strangers = match.strangers;
    score.drawn = list.drawn();
    if (all.coincident == 0) score.worst = all.longest / all.shortest;
    if (score.scale > 0) {
        if (!overRows(lengths.rows(), border, end, options, [&](uint32_t i, auto& room) {
                sums[i].addErrors(lengthsOf(i, room, true), score.scale);
            }))
            return cancelledError();
        double errors = 0, errorSquares = 0;
        for (const auto& part : sums)
            errors += part.errors, errorSquares += part.errorSquares;
        const double pairs = static_cast<double>(all.pairs);
        score.average = errors / pairs;
        if (score.drawn && all.pairs > 1)
            score.averageError = std::sqrt(
                std::max(0.0, errorSquares / pairs - *score.average * *score.average) / (pairs - 1));
    }
    if (!options.neighborMap) return score;
    const auto precision = neighborMap(embedding, lengths, match, end, options);
    if (!precision) return precision.error();
    score.neighborMap = *precision;
    return score;
}

Result<std::vector<std::optional<double>>> nodeDistortion(const Embedding& embedding,
                                                          const Hierarchy& hierarchy, double scale,
                                                          const DistortionOptions& options) {
    if (const auto usable = requireUsable(embedding); !usable) return usable.error();
    const MatchedRows match(embedding, hierarchy);
    if (const auto rows = requireRows(hierarchy, match, options.partial); !rows) return rows.error();
    const Lengths lengths(embedding, hierarchy, match);
    std::vector<std::optional<double>> means(hierarchy.size());
    const auto last = static_cast<uint32_t>(lengths.rows());
    if (!overRows(last, 0, 1, options, [&](uint32_t i, Lengths::Room& room) {
            room.lengths.resize(last);
            lengths.measureFrom(i, 0, room, room.lengths);
            room.lengths[i].path = PathLengths::unreachable;  // the node itself
            Sums sums;
            sums.addLengths(room.lengths);
            sums.addErrors(room.lengths, scale);
            if (sums.pairs > 0) means[match.nodes[i]] = sums.errors / static_cast<double>(sums.pairs);
        }))
        return cancelledError();
    return means;
}

}  // namespace horo
