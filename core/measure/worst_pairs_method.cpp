// measure.worst-pairs: the pairs of nodes whose distance is farthest from their path.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>

#include "core/base/parallel.h"
#include "core/hierarchy/path_lengths.h"
#include "core/measure/fitted_scale.h"
#include "core/measure/matched_rows.h"
#include "core/measure/pair_draw.h"
#include "core/method/registry.h"

namespace horo {

namespace {

struct ScoredPair {
    double error;
    double distance;
    uint32_t first, second, path;
    bool operator<(const ScoredPair& other) const {
        return error != other.error ? error > other.error
                                    : std::pair(first, second) < std::pair(other.first, other.second);
    }
};

/// The `limit` worst pairs of what was added.
class Worst {
public:
    explicit Worst(size_t limit) : limit_(limit) {}
    void add(const ScoredPair& pair) {
        if (pairs_.size() < limit_) {
            pairs_.push_back(pair);
            std::push_heap(pairs_.begin(), pairs_.end());
        } else if (pair < pairs_.front()) {
            std::pop_heap(pairs_.begin(), pairs_.end());
            pairs_.back() = pair;
            std::push_heap(pairs_.begin(), pairs_.end());
        }
    }
    void add(const Worst& other) {
        for (const ScoredPair& pair : other.pairs_)
            add(pair);
    }
    std::vector<ScoredPair> sorted() && {
        std::sort(pairs_.begin(), pairs_.end());
        return std::move(pairs_);
    }

private:
    size_t limit_;
    std::vector<ScoredPair> pairs_;  ///< a heap, the best of them first
};

class MeasureWorstPairs final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.worst-pairs";
            d.version = "1";
            d.title = "Worst pairs";
            d.summary = "The pairs of nodes whose distance is farthest from their path length, to select.";
            d.citation = "Sala et al. 2018";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "its undirected graph gives the path lengths"}};
            d.outputs = {{"table",
                          {Kind::Table},
                          "a row a pair, the worst first: a, b, distance, path, error, stretch"}};
            d.parameters = {
                real("share", "Share", .01, 1e-6, 1, "of all pairs", "How many pairs are worst."),
                integer("most", "At most", 10000, 1, 1e6, "pairs", "Never lists more than so many."),
                integer(
                    "sources", "Sources", 2000, 2, 1e7, "nodes",
                    "Pairs of so many drawn nodes with all others; all pairs where there are no more nodes."),
                boolean("partial", "Allow missing rows", false,
                        "Leaves nodes without a row out instead of refusing.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const Embedding& embedding = *inputs.embedding("embedding");
        const Hierarchy& hierarchy = *inputs.hierarchy("hierarchy");
        DistortionOptions options;
        options.partial = parameters.boolean("partial");
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.pairs = 200000;
        options.progress = [&](double share) {
            context.progress({.1 * share, "fitting the scale", {}});
            return context.keepGoing();
        };
        const auto scale = fittedScale(embedding, hierarchy, options);
        if (!scale) return scale.error();

        const MatchedRows match(embedding, hierarchy);
        const auto rows = static_cast<uint32_t>(match.nodes.size());
        auto sources = drawRows(rows, static_cast<size_t>(parameters.integer("sources")), options.seed);
        std::sort(sources.begin(), sources.end());
        const bool all = sources.size() == rows;
        std::vector<char> isSource(rows, 0);
        for (const uint32_t i : sources)
            isSource[i] = 1;
        const double drawn = static_cast<double>(sources.size()),
                     pairs = drawn * (rows - 1.0) - drawn * (drawn - 1) / 2;
        const auto limit = static_cast<size_t>(std::clamp(std::ceil(pairs * parameters.real("share")), 1.0,
                                                          static_cast<double>(parameters.integer("most"))));
        const PathLengths paths(hierarchy);
        Worst worst(limit);
        std::mutex lock;
        std::atomic<size_t> done{0};
        std::atomic<bool> stopped{false};
        parallelFor(sources.size(), 8, options.threads, [&](size_t begin, size_t end) {
            std::vector<uint32_t> lengths(paths.size());
            std::vector<Node> queue;
            Worst mine(limit);
            for (size_t s = begin; s < end && !stopped; ++s) {
                const uint32_t i = sources[s];
                paths.from(match.nodes[i], lengths, queue);
                for (uint32_t j = 0; j < rows; ++j) {
                    const uint32_t path = lengths[match.nodes[j]];
                    // A pair of two sources belongs to the first of them.
                    if ((isSource[j] && j <= i) || path == PathLengths::unreachable) continue;
                    const double distance = embedding.distance(match.sourceRows[i], match.sourceRows[j]);
                    const double error = std::abs(distance / scale->value - path) / path;
                    mine.add({error, distance, std::min(i, j), std::max(i, j), path});
                }
                ++done;
                const std::lock_guard guard(lock);
                context.progress({.1 + .9 * static_cast<double>(done) / static_cast<double>(sources.size()),
                                  "comparing distances with paths",
                                  {}});
                if (!context.keepGoing()) stopped = true;
            }
            const std::lock_guard guard(lock);
            worst.add(mine);
        });
        Outcome outcome;
        outcome.partial = stopped;
        const auto found = std::move(worst).sorted();
        outcome.output = tableOf(found, hierarchy, match, scale->value);
        Report& r = outcome.report;
        scale->addTo(r);
        r.add("listed", static_cast<double>(found.size()), "pairs in the table", "pairs");
        if (!found.empty())
            r.add("least_error", found.back().error, "of the listed pairs: |d/s - d_G| / d_G", "");
        if (!all)
            r.warnings.push_back(
                fmt::format("of pairs with {} of {} nodes, drawn by the seed", sources.size(), rows));
        return outcome;
    }

private:
    static std::shared_ptr<const Table> tableOf(const std::vector<ScoredPair>& pairs,
                                                const Hierarchy& hierarchy, const MatchedRows& match,
                                                double scale) {
        std::vector<std::string> a, b;
        std::vector<double> distances, lengths, errors, stretches;
        for (const ScoredPair& pair : pairs) {
            a.push_back(hierarchy.name(match.nodes[pair.first]));
            b.push_back(hierarchy.name(match.nodes[pair.second]));
            distances.push_back(pair.distance), lengths.push_back(pair.path);
            errors.push_back(pair.error);
            stretches.push_back(pair.distance / scale / pair.path);
        }
        auto table = std::make_shared<Table>();
        table->columns = {
            {"a", std::move(a)},          {"b", std::move(b)},          {"distance", std::move(distances)},
            {"path", std::move(lengths)}, {"error", std::move(errors)}, {"stretch", std::move(stretches)}};
        return table;
    }
};

HOROCYCLE_METHOD(MeasureWorstPairs);

}  // namespace

}  // namespace horo
