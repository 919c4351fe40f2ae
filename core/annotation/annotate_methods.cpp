// annotate.hierarchy, annotate.embedding: what a person changed by hand, as methods that can be replayed.
#include "core/annotation/changes.h"
#include "core/method/registry.h"

namespace horo {

namespace {

Declaration annotation(std::string id, std::string title, std::string summary, std::string input, Kind kind) {
    Declaration d;
    d.id = std::move(id);
    d.version = "1";
    d.title = std::move(title);
    d.summary = std::move(summary);
    d.citation = "Horocycle";
    d.inputs = {{input, {kind}, "what was changed"}};
    d.outputs = {{input, {kind}, "what it became"}};
    d.parameters = {{"changes",
                     "Changes",
                     ParameterType::Text,
                     std::string(),
                     {},
                     {},
                     {},
                     "",
                     "One a line, with tabs: label, item, its label; or move, node, its parent."}};
    return d;
}

/// `Kept` is what is changed: a hierarchy or an embedding, its input and its output.
template <class Kept>
class Annotate : public Method {
public:
    const Declaration& declaration() const override { return declaration_; }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context&) const override {
        const auto changes = changesFromText(parameters.text("changes"));
        if (!changes) return changes.error();
        auto after = changed(*inputs.get<Kept>(declaration_.inputs.front().name), *changes);
        if (!after) return after.error();
        Outcome outcome;
        outcome.report.add("changes", static_cast<double>(changes->size()), "lines");
        outcome.output = std::move(*after);
        return outcome;
    }

protected:
    explicit Annotate(Declaration declaration) : declaration_(std::move(declaration)) {}

private:
    Declaration declaration_;
};

class AnnotateHierarchy final : public Annotate<Hierarchy> {
public:
    AnnotateHierarchy()
        : Annotate(annotation("annotate.hierarchy", "Change nodes",
                              "Gives nodes other labels and other parents, as somebody did by hand.",
                              "hierarchy", Kind::Hierarchy)) {}
};

class AnnotateEmbedding final : public Annotate<Embedding> {
public:
    AnnotateEmbedding()
        : Annotate(annotation("annotate.embedding", "Relabel rows",
                              "Gives rows other labels, as somebody did by hand.", "embedding",
                              Kind::Embedding)) {}
};

HOROCYCLE_METHOD(AnnotateHierarchy);
HOROCYCLE_METHOD(AnnotateEmbedding);

}  // namespace

}  // namespace horo
