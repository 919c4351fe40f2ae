#include "core/io/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "core/base/file.h"

namespace horo {

namespace {

std::vector<std::unique_ptr<const Reader>>& table() {
    static std::vector<std::unique_ptr<const Reader>> all = [] {
        std::vector<std::unique_ptr<const Reader>> own;
        for (const auto* offer = Offer<Reader>::newest(); offer; offer = offer->next())
            own.push_back(offer->make());
        std::ranges::sort(
            own, {}, [](const auto& reader) { return std::pair(reader->kinds().front(), reader->format()); });
        return own;
    }();
    return all;
}

std::string headOf(const Source& source) {
    if (!source.scheme.empty() || source.name == "-" || source.isFolder()) return {};
    std::string head(size_t{1} << 14, '\0');
    std::ifstream file(source.path(), std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<size_t>(file.gcount()));
    return head;
}

bool endingFits(const std::vector<std::string>& endings, const Source& source) {
    std::string name = source.name;
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::any_of(endings, [&](const std::string& ending) { return name.ends_with(ending); });
}

/// UTF-8 without zero bytes, but for a character that the end of the head cuts.
bool looksLikeText(const std::string& head) {
    const size_t wrong = firstInvalidUtf8(head);
    return head.find('\0') == std::string::npos && (wrong == std::string::npos || wrong + 4 > head.size());
}

bool gives(const Reader& reader, const std::vector<Kind>& wanted) {
    return wanted.empty() || std::ranges::any_of(reader.kinds(), [&](Kind kind) {
               return std::ranges::find(wanted, kind) != wanted.end();
           });
}

Result<const Reader*> byFormat(const std::string& format) {
    std::vector<std::string> known;
    for (const auto& reader : readers()) {
        if (reader->format() == format) return reader.get();
        known.emplace_back(reader->format());
    }
    return usageError(fmt::format("there is no format '{}'", format),
                      fmt::format("formats are: {}", fmt::join(known, ", ")));
}

Result<ChosenReader> choose(const Source& source, const std::vector<Kind>& wanted) {
    const auto named = [](const std::string& format, const char* why) -> Result<ChosenReader> {
        const auto reader = byFormat(format);
        if (!reader) return reader.error();
        return ChosenReader{*reader, Kind::None, why};
    };
    const auto taken = [](const auto& reader, const char* why) {
        return ChosenReader{reader.get(), Kind::None, why};
    };
    if (const auto format = source.option("format")) return named(*format, "stated");
    const std::string head = headOf(source);
    const Reader* otherKind = nullptr;
    const auto consider = [&](const Reader& reader) {
        if (gives(reader, wanted)) return true;
        otherKind = &reader;
        return false;
    };
    for (const auto& reader : readers())
        if (reader->recognises(source, head) && consider(*reader))
            return taken(reader, source.scheme.empty() ? "the content" : "the name");
    if (source.scheme.empty())
        for (const auto& reader : readers())
            if (endingFits(reader->endings(), source) && consider(*reader))
                return taken(reader, "the ending");
    if (source.scheme.empty() && !wanted.empty())
        for (const auto& reader : readers())
            if (endingFits(reader->endingsIfWanted(), source) && consider(*reader))
                return taken(reader, "the ending and the kind");
    if (std::ranges::find(wanted, Kind::Text) != wanted.end() && source.scheme.empty() && !source.isFolder())
        return named("text", "the kind");  // any file is a sequence of bytes
    if (wanted.empty() && source.path().extension().empty() && !head.empty() && looksLikeText(head))
        return named("text", "the content");
    if (otherKind)
        return inputError(
            fmt::format("is a {} file, which gives no {}", otherKind->format(), kindName(wanted.front())),
            "give a source of the kind that is needed", source.text);
    return inputError("is of no format that is known here",
                      "add ?format=NAME to the source, for example ?format=edges", source.text);
}

/// Standard input has no size before it is read.
bool exceeds(const Source& source, uint64_t limit) {
    std::error_code fault;
    if (source.name == "-" || limit == UINT64_MAX) return false;
    const auto size = std::filesystem::file_size(source.path(), fault);
    return !fault && size > limit;
}

Result<std::string> firstLines(const Source& source, uint64_t limit) {
    std::ifstream file(source.path(), std::ios::binary);
    std::string bytes(limit, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(limit));
    bytes.resize(static_cast<size_t>(file.gcount()));
    const size_t end = bytes.rfind('\n');
    if (end == std::string::npos)
        return inputError(fmt::format("has no line end in its first {} bytes", limit),
                          "check that it is a text file", source.name);
    bytes.resize(end + 1);
    return bytes;
}

}  // namespace

Reader::~Reader() = default;

const std::vector<std::unique_ptr<const Reader>>& readers() {
    return table();
}

Result<void> addReader(std::unique_ptr<const Reader> reader) {
    if (byFormat(std::string(reader->format())).ok())
        return inputError(fmt::format("a reader of {} files is there already", reader->format()),
                          "give the format another name");
    table().push_back(std::move(reader));
    return {};
}

Result<ChosenReader> chooseReader(const Source& source, const std::vector<Kind>& wanted) {
    std::error_code ignored;
    if (source.scheme.empty() && source.name != "-" && !std::filesystem::exists(source.path(), ignored))
        return inputError("there is no such file or folder", "check the spelling of the path", source.name);
    std::vector<Kind> kinds = wanted;
    if (const auto named = source.option("kind")) {
        const auto kind = kindFromName(*named);
        if (!kind)
            return usageError(fmt::format("there is no kind '{}'", *named),
                              "kinds are: hierarchy, embedding, table, text, segmentation");
        kinds = {*kind};
    }
    auto chosen = choose(source, kinds);
    if (!chosen) return chosen.error();
    const auto possible = chosen->reader->kinds();
    chosen->kind = possible.front();
    if (kinds.empty()) return chosen;
    const auto fits = std::ranges::find_if(
        possible, [&](Kind kind) { return std::ranges::find(kinds, kind) != kinds.end(); });
    if (fits == possible.end())
        return inputError(
            fmt::format("format {} gives no {}", chosen->reader->format(), kindName(kinds.front())),
            "choose another format or source", source.text);
    chosen->kind = *fits;
    return chosen;
}

Result<Opened> openBy(const Source& source, const ChosenReader& chosen,
                      const std::function<Result<Opened>()>& read) {
    try {
        auto opened = read();
        if (!opened) {
            if (opened.error().place.empty()) opened.error().place = source.text;
            return opened.error();
        }
        opened->format = chosen.reader->format();
        opened->origin.source = source.text;
        if (opened->name.empty()) opened->name = source.title();
        if (const auto* hierarchy = std::get_if<std::shared_ptr<const Hierarchy>>(&opened->payload))
            for (const auto& warning : (*hierarchy)->warnings())
                opened->warnings.push_back(warning);
        return opened;
    } catch (const std::bad_alloc&) {
        return inputError("does not fit into memory", "give a smaller file", source.text);
    } catch (const std::length_error&) {
        return inputError("asks for more memory than there can be", "the file is damaged: make it again",
                          source.text);
    }
}

Result<Opened> openSource(const std::string& text, const std::vector<Kind>& wanted) {
    const auto source = Source::parse(text);
    if (!source) return source.error();
    const auto chosen = chooseReader(*source, wanted);
    if (!chosen) return chosen.error();
    return openBy(*source, *chosen, [&] { return chosen->reader->read(*source, chosen->kind); });
}

Result<std::string> readText(const Source& source, Origin& origin, uint64_t limit) {
    const bool isCut = exceeds(source, limit);
    auto bytes = isCut ? firstLines(source, limit) : readFile(source.path());
    if (!bytes) return bytes.error();
    if (!isCut) origin.sha256 = sha256(*bytes);
    const auto lineOf = [&](size_t byte) {
        return fmt::format("{}:{}", source.name,
                           1 + std::ranges::count(std::string_view(*bytes).substr(0, byte), '\n'));
    };
    if (bytes->empty()) return inputError("is empty", "give a file with data", source.name);
    if (bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF"))
        return inputError("is UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW", source.name);
    if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
    if (const size_t zero = bytes->find('\0'); zero != std::string::npos)
        return inputError(fmt::format("holds a zero byte at {}: it is not text", zero), "give a text file",
                          lineOf(zero));
    if (const size_t wrong = firstInvalidUtf8(*bytes); wrong != std::string::npos)
        return inputError(fmt::format("is not UTF-8: byte {:#04x} at {}",
                                      static_cast<unsigned char>((*bytes)[wrong]), wrong),
                          "convert it, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW", lineOf(wrong));
    return bytes;
}

}  // namespace horo
