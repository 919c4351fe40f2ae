#include "core/io/preview.h"

#include <fmt/format.h>

#include <fstream>
#include <functional>

#include "core/io/embedding_reader.h"
#include "core/io/hierarchy_reader.h"

namespace horo {

namespace {

bool isFile(const Source& source) {
    return source.scheme.empty() && source.name != "-" && !source.isFolder();
}

bool exceeds(const Source& source, uint64_t limit) {
    std::error_code fault;
    if (!isFile(source)) return false;
    const auto size = std::filesystem::file_size(source.path(), fault);
    return !fault && size > limit;
}

/// Some readers take folders and named sources only.
bool readsFiles(const Reader& reader) {
    if (dynamic_cast<const EmbeddingReader*>(&reader))
        return !reader.endings().empty() || !reader.endingsIfWanted().empty();
    return !dynamic_cast<const HierarchyReader*>(&reader) ||
           dynamic_cast<const TextHierarchyReader*>(&reader);
}

/// The format, with those that give the same kind out of a file.
ReadingChoice formatChoice(const Source& source, const ChosenReader& chosen) {
    std::vector<std::string> others;
    for (const auto& reader : readers()) {
        const auto kinds = reader->kinds();
        if (std::ranges::find(kinds, chosen.kind) != kinds.end() &&
            ((isFile(source) && readsFiles(*reader)) || reader.get() == chosen.reader))
            others.emplace_back(reader->format());
    }
    return choiceOf(source, "format", std::string(chosen.reader->format()), std::move(others), chosen.why);
}

/// The first lines as they stand, where the reader does not say what they became.
std::vector<UnderstoodRow> firstLines(const Source& source) {
    std::vector<UnderstoodRow> rows;
    std::string bytes(size_t{1} << 14, '\0');
    std::ifstream file(source.path(), std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<size_t>(file.gcount()));
    if (bytes.find('\0') != std::string::npos) return rows;  // not text
    HierarchyDraft draft;
    const auto lines = static_cast<size_t>(std::ranges::count(bytes, '\n')) + !bytes.ends_with('\n');
    for (size_t line = 1; line <= lines && draft.wantsRows(); ++line)
        draft.addRow(line, {});
    showRows(draft, bytes);
    return std::move(draft.rows);
}

void takeOpened(Preview& preview, Result<Opened> opened) {
    if (!opened) {
        preview.error = opened.error();
    } else {
        preview.warnings = opened->warnings;
        preview.opened = std::move(*opened);
    }
}

/// What both kinds of drafts have; whether an object can be made of it comes after.
template <class Draft>
void takeChoices(Preview& preview, const Draft& draft) {
    preview.choices.insert(preview.choices.end(), draft.choices.begin(), draft.choices.end());
    preview.warnings = draft.warnings;
}

Result<void> takeDraft(Preview& preview, const Source& source, const ChosenReader& chosen,
                       HierarchyDraft draft) {
    preview.rows = std::move(draft.rows);
    takeChoices(preview, draft);
    preview.outline = outlineOf(draft);
    if (preview.isWhole || preview.outline->cycles.count > 0)
        takeOpened(preview, openBy(source, chosen, [&] { return openDraft(source, std::move(draft)); }));
    return {};
}

Result<void> takeDraft(Preview& preview, const Source& source, const ChosenReader& chosen,
                       EmbeddingDraft draft) {
    takeChoices(preview, draft);
    preview.embedding = outlineOf(draft);
    preview.isWhole = draft.isWhole;
    if (!preview.isWhole && !draft.undecided) return {};
    auto opened = openBy(source, chosen, [&] { return openDraft(source, std::move(draft)); });
    if (!opened && opened.error().blame == Blame::Usage) return opened.error();
    takeOpened(preview, std::move(opened));
    return {};
}

/// The draft of a reader; what is wrong with the content goes into the preview. Error: of usage.
template <class Draft, class DraftReader>
Result<void> lookAt(Preview& preview, const Source& source, const ChosenReader& chosen,
                    const DraftReader& reader, uint64_t limit) {
    std::optional<Draft> draft;
    const auto read = openBy(source, chosen, [&]() -> Result<Opened> {
        auto made = reader.draft(source, limit);
        if (!made) return made.error();
        draft = std::move(*made);
        return Opened{};
    });
    if (draft) return takeDraft(preview, source, chosen, std::move(*draft));
    if (read.error().blame == Blame::Usage) return read.error();
    preview.error = read.error();
    return {};
}

}  // namespace

Result<Preview> preview(const std::string& text, const std::vector<Kind>& wanted, uint64_t limit) {
    const auto source = Source::parse(text);
    if (!source) return source.error();
    const auto chosen = chooseReader(*source, wanted);
    if (!chosen) return chosen.error();
    Preview preview;
    preview.source = text;
    preview.format = chosen->reader->format();
    preview.kind = chosen->kind;
    preview.choices.push_back(formatChoice(*source, *chosen));
    preview.isWhole = !exceeds(*source, limit);

    const auto* hierarchies = dynamic_cast<const HierarchyReader*>(chosen->reader);
    const auto* embeddings = dynamic_cast<const EmbeddingReader*>(chosen->reader);
    Result<void> looked;
    if (hierarchies && (preview.isWhole || hierarchies->readsLineByLine())) {
        looked = lookAt<HierarchyDraft>(preview, *source, *chosen, *hierarchies, limit);
    } else if (embeddings) {
        looked = lookAt<EmbeddingDraft>(preview, *source, *chosen, *embeddings, limit);
    } else if (preview.isWhole) {
        auto opened = openBy(*source, *chosen, [&] { return chosen->reader->read(*source, chosen->kind); });
        if (!opened && opened.error().blame == Blame::Usage) return opened.error();
        takeOpened(preview, std::move(opened));
    }
    if (!looked) return looked.error();
    if (preview.rows.empty() && isFile(*source) && preview.kind != Kind::Embedding)
        preview.rows = firstLines(*source);
    if (!preview.isWhole)
        preview.warnings.push_back(
            preview.outline || preview.embedding
                ? fmt::format("only the first {} MB were looked at", limit >> 20)
                : fmt::format("larger than {} MB: what is in it shows when it is opened", limit >> 20));
    return preview;
}

std::string withOption(const Source& source, const std::string& key, const std::string& value) {
    auto options = source.options;
    options[key] = value;
    std::string text = source.scheme.empty() ? source.name : source.scheme + ":" + source.name;
    char mark = '?';
    for (const auto& [name, setting] : options) {
        text += mark + name + '=' + setting;
        mark = '&';
    }
    return text;
}

}  // namespace horo
