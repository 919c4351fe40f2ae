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
    std::string head(512, '\0');
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

Result<const Reader*> choose(const Source& source, const std::vector<Kind>& wanted) {
    if (const auto format = source.option("format")) return byFormat(*format);
    const std::string head = headOf(source);
    const Reader* otherKind = nullptr;
    const auto consider = [&](const Reader& reader) {
        if (gives(reader, wanted)) return true;
        otherKind = &reader;
        return false;
    };
    for (const auto& reader : readers())
        if (reader->recognises(source, head) && consider(*reader)) return reader.get();
    if (source.scheme.empty())
        for (const auto& reader : readers())
            if (endingFits(reader->endings(), source) && consider(*reader)) return reader.get();
    if (source.scheme.empty() && !wanted.empty())
        for (const auto& reader : readers())
            if (endingFits(reader->endingsIfWanted(), source) && consider(*reader)) return reader.get();
    if (std::ranges::find(wanted, Kind::Text) != wanted.end() && source.scheme.empty() && !source.isFolder())
        return byFormat("text");  // any file is a sequence of bytes
    if (wanted.empty() && source.path().extension().empty() && !head.empty() && looksLikeText(head))
        return byFormat("text");
    if (otherKind)
        return inputError(
            fmt::format("is a {} file, which gives no {}", otherKind->format(), kindName(wanted.front())),
            "give a source of the kind that is needed", source.text);
    return inputError("is of no format that is known here",
                      "add ?format=NAME to the source, for example ?format=edges", source.text);
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

Result<Opened> openSource(const std::string& text, const std::vector<Kind>& wanted) {
    auto source = Source::parse(text);
    if (!source) return source.error();
    std::error_code ignored;
    if (source->scheme.empty() && source->name != "-" && !std::filesystem::exists(source->path(), ignored))
        return inputError("there is no such file or folder", "check the spelling of the path", source->name);
    std::vector<Kind> kinds = wanted;
    if (const auto named = source->option("kind")) {
        const auto kind = kindFromName(*named);
        if (!kind)
            return usageError(fmt::format("there is no kind '{}'", *named),
                              "kinds are: hierarchy, embedding, table, text, segmentation");
        kinds = {*kind};
    }
    const auto reader = choose(*source, kinds);
    if (!reader) return reader.error();
    Kind kind = (*reader)->kinds().front();
    for (const Kind possible : (*reader)->kinds())
        if (std::ranges::find(kinds, possible) != kinds.end()) {
            kind = possible;
            break;
        }
    if (!kinds.empty() && std::ranges::find(kinds, kind) == kinds.end())
        return inputError(fmt::format("format {} gives no {}", (*reader)->format(), kindName(kinds.front())),
                          "choose another format or source", source->text);
    try {
        auto opened = (*reader)->read(*source, kind);
        if (!opened) {
            if (opened.error().place.empty()) opened.error().place = source->text;
            return opened.error();
        }
        opened->format = (*reader)->format();
        opened->origin.source = source->text;
        if (opened->name.empty()) opened->name = source->title();
        if (const auto* hierarchy = std::get_if<std::shared_ptr<const Hierarchy>>(&opened->payload))
            for (const auto& warning : (*hierarchy)->warnings())
                opened->warnings.push_back(warning);
        return opened;
    } catch (const std::bad_alloc&) {
        return inputError("does not fit into memory", "give a smaller file", source->text);
    } catch (const std::length_error&) {
        return inputError("asks for more memory than there can be", "the file is damaged: make it again",
                          source->text);
    }
}

Result<std::string> readText(const Source& source, Origin& origin) {
    auto bytes = readFile(source.path());
    if (!bytes) return bytes.error();
    origin.sha256 = sha256(*bytes);
    const std::string place = source.name;
    if (bytes->empty()) return inputError("is empty", "give a file with data", place);
    if (bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF"))
        return inputError("is UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW", place);
    if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
    if (const size_t zero = bytes->find('\0'); zero != std::string::npos)
        return inputError(fmt::format("holds a zero byte at {}: it is not text", zero), "give a text file",
                          place);
    if (const size_t wrong = firstInvalidUtf8(*bytes); wrong != std::string::npos)
        return inputError(fmt::format("is not UTF-8: byte {:#04x} at {}",
                                      static_cast<unsigned char>((*bytes)[wrong]), wrong),
                          "convert it, for example: iconv -f LATIN1 -t UTF-8 FILE > NEW", place);
    return bytes;
}

}  // namespace horo
