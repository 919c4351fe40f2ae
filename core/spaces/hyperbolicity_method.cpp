// measure.hyperbolicity: whether rows should lie in a hyperbolic space.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/data/row_nodes.h"
#include "core/hierarchy/spanning_tree.h"
#include "core/method/part_of_run.h"
#include "core/method/registry.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/shuffled_rows.h"
#include "core/spaces/tree_likeness.h"

namespace horo {

namespace {

constexpr const char* curvatureConvention =
    "-(.144 / relative delta)^2, the curvature of the ball whose clipped disk has that delta (Khrulkov et "
    "al. 2020)";
constexpr const char* dimensionConvention =
    "of two nearest rows (Facco et al. 2017): rows / sum of log(second distance / first), equal rows left "
    "out";
constexpr const char* deltaConvention =
    "2 delta / diameter, largest over drawn quadruples, a lower bound; interval: mean +- 2 sd over draws";

constexpr size_t mostBranches = 12, leastRowsOfBranch = 20;
constexpr double treeLike =
    0.3;  ///< relative delta below which hyperbolic heads were of use (Khrulkov et al.)

/// Rows, and the same rows with shuffled principal components.
struct Likenesses {
    TreeLikeness own;
    std::optional<TreeLikeness> shuffled;
};

Result<Likenesses> likenessesOf(const Embedding& embedding, const LikenessOptions& options,
                                Context& context) {
    PartOfRun first(context, 0, 0.5, "rows"), second(context, 0.5, 1, "shuffled rows");
    auto own = treeLikeness(embedding, options, first);
    if (!own) return own.error();
    Likenesses both{std::move(*own), {}};
    const auto mixed =
        shuffledRows(embedding, context.conditions().seed, [&] { return context.keepGoing(); });
    if (!mixed) return mixed.error();
    if (*mixed) {
        auto shuffled = treeLikeness(**mixed, options, second);
        if (!shuffled) return shuffled.error();
        both.shuffled = std::move(*shuffled);
    }
    return both;
}

/// Adds the numbers of one set of rows; keys are `prefix` KEY `suffix`.
void add(Report& report, const TreeLikeness& likeness, const std::string& prefix, const std::string& suffix,
         const std::string& of) {
    const auto key = [&](const char* name) { return prefix + name + suffix; };
    if (const auto delta = likeness.relative())
        report
            .add(key("relative_delta"), *delta, deltaConvention + of, "",
                 static_cast<int64_t>(likeness.deltas.all.quadruples))
            .interval = likeness.deltas.interval();
    else
        report.addUndefined(key("relative_delta"), "all rows are one point", deltaConvention + of);
    if (const auto curvature = likeness.curvature())
        report.add(key("curvature"), *curvature, curvatureConvention + of);
    else
        report.addUndefined(key("curvature"), "the delta is zero or not defined", curvatureConvention + of);
    if (likeness.dimension)
        report.add(key("intrinsic_dimension"), *likeness.dimension, dimensionConvention + of, "",
                   static_cast<int64_t>(likeness.dimensionRows));
    else
        report.addUndefined(key("intrinsic_dimension"), "the two nearest rows are equally near everywhere",
                            dimensionConvention + of);
}

Verdict verdictOf(const Likenesses& both) {
    const auto own = both.own.deltas.interval();
    const auto other = both.shuffled ? both.shuffled->deltas.interval() : std::nullopt;
    if (!own || !other)
        return {Verdict::Answer::Open, "Open", "There is nothing to compare with: no spread, or no shuffle."};
    const std::string numbers = fmt::format("relative delta {:.2f} to {:.2f}, shuffled {:.2f} to {:.2f}",
                                            own->first, own->second, other->first, other->second);
    if (own->second >= other->first)
        return {Verdict::Answer::No, "No",
                "Not more tree-like than chance (" + numbers + "): a flat space will do."};
    if (both.own.relative().value_or(1) >= treeLike)
        return {Verdict::Answer::Partly, "Weakly",
                "Closer to a tree than chance, but far from one (" + numbers + "): try both spaces."};
    return {Verdict::Answer::Yes, "Yes", "Tree-like (" + numbers + "): a hyperbolic space suits these rows."};
}

/// The rows of each branch at the level, largest first. Error: no row has a node.
Result<std::vector<std::pair<Node, std::vector<size_t>>>> branchesOf(const Embedding& embedding,
                                                                     const Hierarchy& hierarchy, int level) {
    const RowNodes rowNodes(embedding, hierarchy);
    if (rowNodes.matched == 0)
        return inputError("no row is a node of the hierarchy or has the name of one as its label",
                          "give the hierarchy of these rows, or none");
    const SpanningTree tree(hierarchy);
    std::map<Node, std::vector<size_t>> rows;
    for (size_t i = 0; i < rowNodes.nodes.size(); ++i)
        if (rowNodes.nodes[i] != RowNodes::none) rows[tree.ancestorAt(rowNodes.nodes[i], level)].push_back(i);
    std::vector<std::pair<Node, std::vector<size_t>>> branches(rows.begin(), rows.end());
    std::erase_if(branches, [](const auto& branch) { return branch.second.size() < leastRowsOfBranch; });
    std::ranges::stable_sort(branches, std::ranges::greater(),
                             [](const auto& branch) { return branch.second.size(); });
    if (branches.size() > mostBranches) branches.resize(mostBranches);
    return branches;
}

class MeasureHyperbolicity final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.hyperbolicity";
            d.version = "3";
            d.title = "Should this be hyperbolic?";
            d.summary =
                "How tree-like rows are, against rows of the same covariance with shuffled components.";
            d.citation = "Khrulkov et al. 2020; Facco et al. 2017";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows under their own geometry"},
                        {"hierarchy", {Kind::Hierarchy}, "asks the same of each large branch of it", false}};
            d.parameters = {
                integer("samples", "Quadruples", 100000, 1, 1e9, "a draw",
                        "Quadruples that are drawn each time."),
                integer("draws", "Draws", 6, 2, 1000, "",
                        "How often they are drawn, which gives the interval."),
                advanced(integer("level", "Level of branches", 1, 0, 1000, "",
                                 "Level of the hierarchy at which its branches are taken, 0 = roots."))};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        const auto hierarchy = inputs.hierarchy("hierarchy");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        if (embedding->rows() < 4)
            return inputError(fmt::format("there are {} rows; a quadruple takes four", embedding->rows()),
                              "use more rows");
        LikenessOptions options;
        options.samples = static_cast<size_t>(parameters.integer("samples"));
        options.draws = parameters.integer("draws");
        PartOfRun whole(context, 0, hierarchy ? 0.5 : 1);
        const auto both = likenessesOf(*embedding, options, whole);
        if (!both) return both.error();
        Outcome outcome;
        Report& report = outcome.report;
        report.verdict = verdictOf(*both);
        add(report, both->own, "", "", "; " + report.verdict->sentence);
        if (both->shuffled)
            add(report, *both->shuffled, "shuffled_", "",
                "; of the rows shuffled along each principal component");
        else
            report.addUndefined("shuffled_relative_delta", "there is no shuffle in a product of manifolds",
                                deltaConvention);
        if (!hierarchy) return outcome;
        const int level = static_cast<int>(parameters.integer("level"));
        if (const auto done = addBranches(*embedding, *hierarchy, level, options, report, context); !done)
            return done.error();
        return outcome;
    }

private:
    static Result<void> addBranches(const Embedding& embedding, const Hierarchy& hierarchy, int level,
                                    const LikenessOptions& options, Report& report, Context& context) {
        const auto branches = branchesOf(embedding, hierarchy, level);
        if (!branches) return branches.error();
        const auto count = static_cast<double>(branches->size());
        for (size_t b = 0; b < branches->size(); ++b) {
            const auto& [node, rows] = (*branches)[b];
            PartOfRun part(context, 0.5 + 0.5 * static_cast<double>(b) / count,
                           0.5 + 0.5 * static_cast<double>(b + 1) / count, hierarchy.label(node));
            const auto both = likenessesOf(someRows(embedding, rows), options, part);
            if (!both) return both.error();
            const std::string suffix = "/" + hierarchy.label(node);
            const std::string of =
                fmt::format("; of the {} rows below {}", rows.size(), hierarchy.name(node));
            add(report, both->own, "", suffix, of);
            if (both->shuffled)
                add(report, *both->shuffled, "shuffled_", suffix,
                    of + ", shuffled along each principal component");
        }
        return {};
    }
};

HOROCYCLE_METHOD(MeasureHyperbolicity);

}  // namespace

}  // namespace horo
