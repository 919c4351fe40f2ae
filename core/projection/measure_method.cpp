// measure.projection: the scores of a picture as a method.
#include <fmt/format.h>

#include "core/method/registry.h"
#include "core/projection/projection_scores.h"

namespace horo {

namespace {

/// The parent's rows in the order of the picture's. Error: names an id that the parent lacks.
Result<Embedding> inOrderOf(const Embedding& picture, const Embedding& parent) {
    if (picture.items->names() == parent.items->names()) return parent;
    std::vector<size_t> rows;
    for (size_t i = 0; i < picture.rows(); ++i) {
        const auto row = parent.items->rowOf(picture.items->name(i));
        if (!row)
            return inputError(fmt::format("\"{}\" has no row in the parent", picture.items->name(i)),
                              "give the embedding that the picture was made from");
        rows.push_back(*row);
    }
    Embedding out = parent;
    out.items = picture.items;
    out.labels.clear();
    std::vector<double> values(rows.size() * parent.columns());
    for (size_t i = 0; i < rows.size(); ++i) {
        parent.vectors.copyRow(rows[i], {values.data() + i * parent.columns(), parent.columns()});
        if (!parent.labels.empty()) out.labels.push_back(parent.labels[rows[i]]);
    }
    out.vectors = Vectors(rows.size(), parent.columns(), std::move(values));
    if (parent.extended) out.extended = parent.extended->subset(rows);
    return out;
}

/// The label of each row, of the table's columns id and label or its first two. Error: an id without one.
Result<std::vector<std::string>> labelsOf(const Embedding& picture, const Table& table) {
    const auto column = [&](std::string_view name, size_t otherwise) -> const std::vector<std::string>* {
        const Column* found = table.columns.size() > otherwise ? &table.columns[otherwise] : nullptr;
        for (const Column& c : table.columns)
            if (c.name == name) found = &c;
        return found ? std::get_if<std::vector<std::string>>(&found->values) : nullptr;
    };
    const auto *ids = column("id", 0), *labels = column("label", 1);
    if (!ids || !labels)
        return inputError("the labels have no columns of texts 'id' and 'label'", "write a csv of id,label");
    std::unordered_map<std::string_view, size_t> lines;
    for (size_t i = 0; i < ids->size(); ++i)
        lines.emplace((*ids)[i], i);
    std::vector<std::string> out;
    for (const std::string& name : picture.items->names()) {
        const auto found = lines.find(name);
        if (found == lines.end())
            return inputError(fmt::format("\"{}\" has no label", name), "give a label for each row");
        out.push_back((*labels)[found->second]);
    }
    return out;
}

class MeasureProjection final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.projection";
            d.version = "1";
            d.title = "Projection quality";
            d.summary = "How much of the neighborhoods and distances of a space its picture keeps.";
            d.citation = "Venna & Kaski 2001";
            d.inputs = {{"embedding", {Kind::Embedding}, "the picture"},
                        {"parent", {Kind::Embedding}, "what it was made from; rows are matched by id"},
                        {"labels",
                         {Kind::Table},
                         "id and label of each row; without it the labels of the embeddings, if any",
                         false}};
            d.parameters = {
                integer("k", "Neighbors", 15, 1, 10000, "", "Size of the neighborhoods that are compared."),
                advanced(
                    integer("sample", "Rows scored", 2000, 10, 1e9, "",
                            "Rows that are scored, each against all, where there are more than 5,000."))};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto picture = inputs.embedding("embedding");
        const auto parent = inOrderOf(*picture, *inputs.embedding("parent"));
        if (!parent) return parent.error();
        std::vector<std::string> labels = picture->labels.empty() ? parent->labels : picture->labels;
        if (const auto table = inputs.table("labels")) {
            auto given = labelsOf(*picture, *table);
            if (!given) return given.error();
            labels = std::move(*given);
        }
        ProjectionScoreOptions options;
        options.k = static_cast<size_t>(parameters.integer("k"));
        options.sample = static_cast<size_t>(parameters.integer("sample"));
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.keepGoing = [&](double share) {
            context.progress({share, "ranking rows", {}});
            return context.keepGoing();
        };
        const auto scores = projectionScores(*picture, *parent, labels, options);
        if (!scores) return scores.error();
        Outcome outcome;
        addScores(*scores, options.k, !labels.empty(), outcome.report);
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureProjection);

}  // namespace

}  // namespace horo
