// Which column of a file of vectors is the id, the label, the text, the image.
#include <fmt/format.h>

#include <algorithm>

#include "core/io/embedding_draft.h"

namespace horo {

namespace {

constexpr const char* none = "none";

std::vector<std::string> textsOf(const Column& column) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) return *texts;
    std::vector<std::string> spelled;
    for (const double value : std::get<std::vector<double>>(column.values))
        spelled.push_back(fmt::format("{}", value));
    return spelled;
}

bool isText(const Column* column) {
    return column && std::holds_alternative<std::vector<std::string>>(column->values);
}

class Roles {
public:
    Roles(const Source& source, EmbeddingDraft& draft) : source_(source), draft_(draft) {
        for (const Column& column : draft.about.columns)
            names_.push_back(column.name);
    }

    /// The column with that role, or an empty text; `usual` is the one where the source names none.
    Result<std::string> columnOf(const std::string& role, const std::string& usual, const std::string& why) {
        std::string name = source_.option(role).value_or(usual.empty() ? none : usual);
        if (name != none && std::ranges::find(names_, name) == names_.end()) {
            const auto nearest = nearestName(name, names_);
            return inputError(fmt::format("has no column '{}' to be its {}", name, role),
                              names_.empty()    ? std::string("leave the option out")
                              : nearest.empty() ? fmt::format("its columns are: {}", fmt::join(names_, ", "))
                                                : fmt::format("did you mean '{}'?", nearest),
                              source_.name);
        }
        std::vector<std::string> others = names_;
        others.emplace_back(none);
        if (!names_.empty()) draft_.choices.push_back(choiceOf(source_, role, name, std::move(others), why));
        return name == none ? std::string() : name;
    }

    void keepOwnIds() {
        std::vector<std::string> others = names_;
        others.emplace_back("ids");
        if (!names_.empty()) draft_.choices.push_back(choiceOf(source_, "id", "ids", others));
    }

private:
    const Source& source_;
    EmbeddingDraft& draft_;
    std::vector<std::string> names_;
};

}  // namespace

Result<void> takeRoles(const Source& source, EmbeddingDraft& draft) {
    Roles roles(source, draft);
    Table& about = draft.about;
    const bool hasOwn = !draft.names.empty() && source.option("id").value_or("ids") == "ids";
    const auto id =
        hasOwn ? Result<std::string>("")
               : roles.columnOf("id", draft.idColumn, draft.idColumn.empty() ? "usual" : draft.idReason);
    if (!id) return id.error();
    if (hasOwn) roles.keepOwnIds();
    const std::string usualLabel = !draft.embedding.labels.empty() ? ""
                                   : !draft.labelColumn.empty()    ? draft.labelColumn
                                   : about.find("label")           ? "label"
                                                                   : "";
    const auto label = roles.columnOf("label", usualLabel == *id ? "" : usualLabel,
                                      usualLabel.empty() ? "usual" : "its name");
    if (!label) return label.error();
    for (const auto& [role, column] :
         {std::pair("text", &draft.embedding.textColumn), std::pair("image", &draft.embedding.imageColumn)}) {
        const std::string usual = !column->empty()                                            ? *column
                                  : isText(about.find(role)) && *id != role && *label != role ? role
                                                                                              : "";
        const auto named = roles.columnOf(role, usual, usual.empty() ? "usual" : "its name");
        if (!named) return named.error();
        *column = *named;
    }
    if (!hasOwn) draft.names.clear();
    if (!id->empty()) draft.names = textsOf(*about.find(*id));
    if (!label->empty()) draft.embedding.labels = textsOf(*about.find(*label));
    // A column may have two roles; what a view shows stays.
    const auto isShown = [&](const std::string& name) {
        return name == draft.embedding.textColumn || name == draft.embedding.imageColumn;
    };
    std::erase_if(about.columns, [&](const Column& column) {
        return (column.name == *id || column.name == *label) && !isShown(column.name);
    });
    return {};
}

}  // namespace horo
