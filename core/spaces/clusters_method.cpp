// measure.clusters: whether the tree that distances imply keeps classes together, as a method.
#include <fmt/format.h>

#include "core/data/row_labels.h"
#include "core/method/registry.h"
#include "core/spaces/cluster_scores.h"
#include "core/spaces/linkage_parameter.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/row_classes.h"

namespace horo {

namespace {

constexpr const char* purityConvention =
    "mean over pairs of different rows of one class of the share of that class below the node of the "
    "dendrogram "
    "where they meet; all pairs";
constexpr const char* silhouetteConvention =
    "of the classes, mean over rows, as in scikit-learn: 0 for a row alone in its class";

class MeasureClusters final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.clusters";
            d.version = "1";
            d.title = "Classes in the dendrogram";
            d.summary =
                "How well the tree that distances imply by agglomerative clustering keeps classes together.";
            d.citation = "Heller & Ghahramani 2005; Sokal & Rohlf 1962; Rousseeuw 1987";
            d.inputs = {
                {"embedding", {Kind::Embedding}, "rows under their own geometry"},
                {"labels", {Kind::Table}, "id and class of each row, or the node it hangs below", false},
                {"hierarchy",
                 {Kind::Hierarchy},
                 "classes are ancestors of the rows, found by name, or else by label; without it and "
                 "labels, those of the embedding",
                 false}};
            d.parameters = {linkageParameter(),
                            integer("level", "Level", 0, 0, 1e6, "0 = the parent",
                                    "Level of the hierarchy whose nodes are the classes, 1 = children of the "
                                    "root; a node above it stands for itself.")};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters& parameters, const Conditions&) const override {
        return linkageEstimate(inputs, parameters);
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        const auto classes = classesOf(inputs, parameters);
        if (!classes) return classes.error();
        const RowDistances distances(someRows(*embedding, classes->rows));
        const Linkage how = linkageFrom(parameters);
        const auto tree = linkage(distances, how, linkageOptions(context, "joining clusters"));
        if (!tree) return tree.error();
        const auto scores =
            clusterScores(distances, *tree, classes->classes, linkageOptions(context, "comparing distances"));
        if (!scores) return scores.error();
        Outcome outcome;
        Report& r = outcome.report;
        const auto rows = static_cast<int64_t>(classes->rows.size());
        const auto add = [&](const char* key, std::optional<double> value, const char* why,
                             std::string convention, int64_t n) {
            if (value)
                r.add(key, *value, std::move(convention), "", n);
            else
                r.addUndefined(key, why, std::move(convention));
        };
        const std::string& name = parameters.text("linkage");
        add("dendrogram_purity", dendrogramPurity(*tree, classes->classes), "no class has two rows",
            fmt::format("{}; {} linkage", purityConvention, name), rows);
        add("cophenetic", scores->cophenetic, "the dendrogram joins all rows at one height",
            fmt::format(
                "Pearson over pairs of rows of their distance and the height at which the dendrogram joins "
                "them; {} linkage",
                name),
            rows * (rows - 1) / 2);
        add("silhouette", scores->silhouette, "it takes at least two classes, and fewer classes than rows",
            silhouetteConvention, rows);
        r.add("classes", static_cast<double>(classes->count), "different classes of the rows that have one",
              "", rows);
        if (classes->strangers > 0)
            r.warnings.push_back(
                fmt::format("{} rows are no nodes of the hierarchy and were left out", classes->strangers));
        return outcome;
    }

private:
    static Result<RowClasses> classesOf(const Inputs& inputs, const Parameters& parameters) {
        const auto embedding = inputs.embedding("embedding");
        const auto hierarchy = inputs.hierarchy("hierarchy");
        std::vector<std::string> labels;
        if (const auto table = inputs.table("labels")) {
            auto given = rowLabels(*embedding->items, *table);
            if (!given) return given.error();
            labels = std::move(*given);
        }
        const auto level = static_cast<int>(parameters.integer("level"));
        if (hierarchy) return RowClasses::ofNodes(*embedding, labels, *hierarchy, level);
        if (level > 0)
            return usageError("level is one of a hierarchy, and none is given", "add --in hierarchy=SOURCE");
        if (labels.empty()) labels = embedding->labels;
        if (labels.empty() && embedding->rows() > 0)
            return usageError(
                "measure.clusters needs classes",
                "add --in labels=SOURCE or --in hierarchy=SOURCE, or give an embedding with labels");
        return RowClasses::ofLabels(labels);
    }
};

HOROCYCLE_METHOD(MeasureClusters);

}  // namespace

}  // namespace horo
