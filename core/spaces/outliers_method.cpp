// measure.outliers: the rows of each class that stand among others.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/method/part_of_run.h"
#include "core/method/registry.h"
#include "core/neighbors/neighbors.h"

namespace horo {

namespace {

/// A row among the others of its class.
struct Standing {
    size_t row = 0;
    double hit = 0;        ///< share of the nearest rows with its own label
    size_t mostIndex = 0;  ///< a row with the label that most of the nearest have
    size_t mostCount = 0;
};

Standing standingOf(size_t row, const Neighbors& near, const std::vector<std::string>& labels) {
    Standing out;
    out.row = row;
    std::map<std::string_view, std::pair<size_t, size_t>> counts;  // how many, and where the first one is
    const auto rows = near.rowsOf(row);
    for (size_t i = 0; i < rows.size(); ++i) {
        auto& [count, first] = counts.try_emplace(labels[rows[i]], 0, rows[i]).first->second;
        ++count;
        out.hit += labels[rows[i]] == labels[row];
        if (count > out.mostCount) out.mostCount = count, out.mostIndex = first;
    }
    if (!rows.empty()) out.hit /= static_cast<double>(rows.size());
    return out;
}

class MeasureOutliers final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.outliers";
            d.version = "1";
            d.title = "Outliers of each class";
            d.summary = "The rows of each class whose nearest rows belong to other classes, strangest first.";
            d.citation = "Horocycle";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows with labels"}};
            d.outputs = {
                {"outliers",
                 {Kind::Table},
                 "id, label, hit (share of the nearest rows with that label), most (label that most of "
                 "them have), of (how many of them)"}};
            d.parameters = {
                integer("k", "Neighbors", 15, 1, 10000, "", "Nearest rows that are asked."),
                integer("each", "Rows a class", 20, 1, 1e9, "",
                        "At most so many rows of each class, those with the fewest of their own around.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (embedding->labels.empty() && embedding->rows() > 0)
            return inputError("the rows have no labels",
                              "open the file with a column of labels: ?label=NAME");
        SearchOptions options;
        options.k = static_cast<size_t>(parameters.integer("k"));
        options.threads = context.conditions().threads;
        options.keepGoing = keepTelling(context, "finding neighbors");
        const auto near = nearestNeighbors(*embedding, options);
        if (!near) return near.error();
        std::map<std::string_view, std::vector<Standing>> classes;
        double hits = 0;
        for (size_t i = 0; i < embedding->rows(); ++i) {
            const Standing standing = standingOf(i, *near, embedding->labels);
            hits += standing.hit;
            if (standing.hit < 1) classes[embedding->labels[i]].push_back(standing);
        }
        Outcome outcome;
        outcome.output =
            std::make_shared<const Table>(tableOf(*embedding, classes, parameters.integer("each")));
        if (embedding->rows() > 0)
            outcome.report.add("neighborhood_hit", hits / static_cast<double>(embedding->rows()),
                               fmt::format("mean share of the {} nearest rows with the same label", near->k),
                               "", static_cast<int64_t>(embedding->rows()));
        return outcome;
    }

private:
    static Table tableOf(const Embedding& embedding,
                         std::map<std::string_view, std::vector<Standing>>& classes, int64_t each) {
        std::vector<std::string> ids, labels, most;
        std::vector<double> hit, of;
        for (auto& [label, rows] : classes) {
            std::ranges::stable_sort(rows, {}, &Standing::hit);
            if (rows.size() > static_cast<size_t>(each)) rows.resize(static_cast<size_t>(each));
            for (const Standing& standing : rows) {
                ids.push_back(embedding.items->name(standing.row));
                labels.push_back(embedding.labels[standing.row]);
                hit.push_back(standing.hit);
                most.push_back(embedding.labels[standing.mostIndex]);
                of.push_back(static_cast<double>(standing.mostCount));
            }
        }
        Table table;
        table.columns = {{"id", std::move(ids)},
                         {"label", std::move(labels)},
                         {"hit", std::move(hit)},
                         {"most", std::move(most)},
                         {"of", std::move(of)}};
        return table;
    }
};

HOROCYCLE_METHOD(MeasureOutliers);

}  // namespace

}  // namespace horo
