#include "core/io/embedding_reader.h"

#include <fmt/format.h>

#include <numeric>

#include "core/io/manifold_json.h"

namespace horo {

namespace {

std::string placeOf(const Source& source, const EmbeddingDraft& draft, size_t row) {
    if (draft.lines.empty()) return fmt::format("{}, row {}", source.name, row);
    return fmt::format("{}:{}", source.name, draft.lines[row]);
}

/// The numbers of `rows` without those of `leftOut`; both ascending.
std::vector<size_t> others(size_t rows, const std::vector<size_t>& leftOut) {
    std::vector<size_t> kept;
    kept.reserve(rows - leftOut.size());
    auto next = leftOut.begin();
    for (size_t row = 0; row < rows; ++row)
        if (next != leftOut.end() && *next == row)
            ++next;
        else
            kept.push_back(row);
    return kept;
}

void leaveOut(EmbeddingDraft& draft, const std::vector<size_t>& rows) {
    const auto kept = others(draft.embedding.rows(), rows);
    draft.embedding = subset(draft.embedding, kept);
    std::vector<std::string> names;
    std::vector<uint32_t> lines;
    for (const size_t row : kept) {
        names.push_back(std::move(draft.names[row]));
        if (!draft.lines.empty()) lines.push_back(draft.lines[row]);
    }
    draft.names = std::move(names);
    draft.lines = std::move(lines);
}

Result<void> dropNonFinite(const Source& source, EmbeddingDraft& draft) {
    const auto wanted = source.choice("non_finite", {"keep", "drop"});
    if (!wanted) return wanted.error();
    if (*wanted == "keep") return {};
    const auto rows = draft.embedding.vectors.nonFiniteRows();
    if (rows.empty()) return {};
    for (size_t row = 0; draft.names.size() < draft.embedding.rows(); ++row)
        draft.names.push_back(std::to_string(row));
    draft.warnings.push_back(fmt::format("{} rows with NaN or infinity were left out, the first is '{}' ({})",
                                         rows.size(), draft.names[rows.front()],
                                         placeOf(source, draft, rows.front())));
    leaveOut(draft, rows);
    return {};
}

Result<void> settleRepeatedNames(const Source& source, EmbeddingDraft& draft) {
    const auto wanted = source.choice("duplicates", {"error", "first"});
    if (!wanted) return wanted.error();
    const auto repeated = repeatedNames(draft.names);
    if (repeated.empty()) return {};
    const auto [row, earlier] = repeated.front();
    const std::string other =
        draft.lines.empty() ? fmt::format("row {}", earlier) : fmt::format("line {}", draft.lines[earlier]);
    if (*wanted == "error")
        return inputError(fmt::format("the id '{}' stands twice, first in {} ({} rows repeat an id)",
                                      shortened(draft.names[row], 80), other, repeated.size()),
                          "keep the first of each by ?duplicates=first, or name another column by ?id= "
                          "(?id=none numbers the rows)",
                          placeOf(source, draft, row));
    draft.warnings.push_back(fmt::format("{} rows repeat an id and were left out, the first is '{}' ({})",
                                         repeated.size(), shortened(draft.names[row], 80),
                                         placeOf(source, draft, row)));
    std::vector<size_t> rows;
    for (const auto& pair : repeated)
        rows.push_back(pair.first);
    leaveOut(draft, rows);
    return {};
}

/// `?manifold=...&curvature=...` for files that do not say it themselves.
Result<void> applyManifold(const Source& source, EmbeddingDraft& draft) {
    Embedding& embedding = draft.embedding;
    const auto name = source.option("manifold");
    if (name) {
        nlohmann::json meta = {{"manifold", *name}};
        if (const auto curvature = source.option("curvature")) {
            const auto number = nlohmann::json::parse(*curvature, nullptr, false);
            if (!number.is_number())
                return usageError(fmt::format("curvature={} is not a number", *curvature),
                                  "write for example ?manifold=poincare&curvature=-1");
            meta["curvature"] = number;
        }
        auto manifold = manifoldFromJson(meta, source.text);
        if (!manifold) return usageError(manifold.error().cause, manifold.error().advice);
        embedding.manifold = std::move(*manifold);
        if (embedding.manifold != Manifold::poincare())
            embedding.extended.reset();  // only the vectors are meant
    }
    const std::string kind(manifoldName(embedding.manifold.kind()));
    draft.choices.push_back(choiceOf(source, "manifold", kind, {"euclidean", "sphere", "poincare", "lorentz"},
                                     draft.saysManifold ? "said by the file" : "usual"));
    if (kind != "euclidean" && kind != "product") {
        draft.choices.push_back(choiceOf(source, "curvature",
                                         fmt::format("{}", embedding.manifold.curvature()), {},
                                         draft.saysManifold && !name ? "said by the file" : "usual"));
        draft.choices.back().isOpen = true;
    }
    return {};
}

/// The hierarchy that ?hierarchy= names, with the ids or the labels found in it, whichever are more.
Result<void> match(const Source& source, const Embedding& embedding, Opened& opened) {
    const auto name = source.option("hierarchy");
    if (!name) return {};
    const auto other = openSource(*name, {Kind::Hierarchy});
    if (!other) return other.error();
    const auto& hierarchy = *std::get<std::shared_ptr<const Hierarchy>>(other->payload);
    Matching matching{.hierarchy = *name};
    if (embedding.items->space().empty()) {
        matching.what = "ids";
        matching.names = MatchedNames(embedding.items->names(), hierarchy);
    }
    if (!embedding.labels.empty()) {
        MatchedNames labels(embedding.labels, hierarchy);
        if (matching.what.empty() || labels.matched() > matching.names.matched()) {
            matching.what = "labels";
            matching.names = std::move(labels);
        }
    }
    if (matching.what.empty())
        return inputError("has neither ids nor labels to look for in a hierarchy",
                          "name a column of names by ?id= or ?label=", source.name);
    const auto& texts = matching.what == "ids" ? embedding.items->names() : embedding.labels;
    for (const size_t place : matching.names.missing)
        if (matching.firstMissing.size() < Matching::shown) matching.firstMissing.push_back(texts[place]);
    for (const auto& each : matching.names.ambiguous) {
        if (matching.firstAmbiguous.size() == Matching::shown) break;
        std::vector<std::string> candidates;
        for (const Node node : each.candidates)
            candidates.push_back(hierarchy.name(node));
        matching.firstAmbiguous.push_back(
            fmt::format("{} ({})", texts[each.place], fmt::join(candidates, " or ")));
    }
    opened.matching = std::move(matching);
    return {};
}

}  // namespace

Result<Opened> EmbeddingReader::read(const Source& source, Kind) const {
    auto made = draft(source, UINT64_MAX);
    if (!made) return made.error();
    return openDraft(source, std::move(*made));
}

Result<EmbeddingDraft> EmbeddingReader::draft(const Source& source, uint64_t limit) const {
    auto made = understand(source, limit);
    if (!made) return made.error();
    if (made->undecided) return made;
    if (made->embedding.rows() == 0 || made->embedding.columns() == 0)
        return inputError("holds no row or no column of numbers", "give at least one vector", source.name);
    if (auto done = takeRoles(source, *made); !done) return done.error();
    if (auto done = applyManifold(source, *made); !done) return done.error();
    return made;
}

Result<Opened> openDraft(const Source& source, EmbeddingDraft draft) {
    if (draft.undecided) return *draft.undecided;
    Embedding& embedding = draft.embedding;
    const bool named = !draft.names.empty();
    const size_t numbered = named ? 0 : embedding.rows();
    if (!draft.about.columns.empty()) embedding.about = std::make_shared<const Table>(std::move(draft.about));
    if (auto done = dropNonFinite(source, draft); !done) return done.error();
    if (named)
        if (auto done = settleRepeatedNames(source, draft); !done) return done.error();
    if (embedding.rows() == 0)
        return inputError("holds no row that is finite", "give vectors of numbers", source.name);
    if (draft.names.empty()) {
        embedding.items = Items::numbered(numbered, draft.origin.sha256);
    } else {  // also numbers, where some of the rows were left out
        auto items = Items::create(std::move(draft.names), named ? std::string() : draft.origin.sha256);
        if (!items) return Error{items.error().cause, items.error().advice, source.name};
        embedding.items = std::move(*items);
    }

    Opened opened;
    opened.origin = std::move(draft.origin);
    opened.name = std::move(draft.title);
    opened.warnings = std::move(draft.warnings);
    opened.details = std::move(draft.details);
    opened.details["manifold"] = manifoldName(embedding.manifold.kind());
    opened.details["curvature"] = fmt::format("{}", embedding.manifold.curvature());
    opened.details["precision"] = embedding.vectors.isDouble() ? "float64" : "float32";
    opened.details["method"] = embedding.method;
    if (embedding.extended)
        opened.details["extended"] = fmt::format("{} binary places", 64 * embedding.extended->limbs() - 1);
    if (embedding.picture)
        opened.details["picture"] = fmt::format("{} x {} x {}", embedding.picture->height,
                                                embedding.picture->width, embedding.picture->channels);
    if (embedding.about)
        for (const Column& column : embedding.about->columns)
            opened.details["about"].push_back(
                fmt::format("{} ({})", column.name, column.values.index() == 0 ? "text" : "numbers"));
    if (auto done = match(source, embedding, opened); !done) return done.error();
    opened.payload = std::make_shared<const Embedding>(std::move(embedding));
    const Report report = describe(opened.payload);
    opened.warnings.insert(opened.warnings.end(), report.warnings.begin(), report.warnings.end());
    return opened;
}

Result<std::string> chooseArray(const Source& source, const std::string& key,
                                const std::vector<std::pair<std::string, std::string>>& namesAndShapes,
                                EmbeddingDraft& draft) {
    std::vector<std::string> names, described;
    for (const auto& [name, shape] : namesAndShapes) {
        names.push_back(name);
        described.push_back(fmt::format("{} ({})", name, shape));
    }
    constexpr size_t shown = 12;
    if (described.size() > shown) {
        described.resize(shown);
        described.push_back(fmt::format("and {} more", names.size() - shown));
    }
    const auto stated = source.option(key);
    if (names.empty())
        return inputError("holds no table of numbers", "save the vectors as n rows of d numbers",
                          source.name);
    if (stated && std::ranges::find(names, *stated) == names.end()) {
        const auto nearest = nearestName(*stated, names);
        return inputError(fmt::format("has no table of numbers '{}'", *stated),
                          nearest.empty() ? fmt::format("there are: {}", fmt::join(described, ", "))
                                          : fmt::format("did you mean '{}'?", nearest),
                          source.name);
    }
    const bool decided = stated || names.size() == 1;
    const std::string name = stated ? *stated : decided ? names.front() : std::string();
    draft.choices.push_back(
        choiceOf(source, key, name, names, names.size() == 1 ? "the only one" : "several are possible"));
    if (!decided)
        draft.undecided = inputError(
            fmt::format("holds {} tables of numbers", names.size()),
            fmt::format("say which by ?{}=NAME: {}", key, fmt::join(described, ", ")), source.name);
    return name;
}

}  // namespace horo
