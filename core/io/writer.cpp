#include "core/io/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/io/archive.h"
#include "core/io/delimited.h"
#include "core/io/embedding_file.h"
#include "core/io/npy.h"
#include "core/io/segmentation_file.h"
#include "core/io/tree_writer.h"

namespace horo {

namespace {

constexpr std::array<std::string_view, 2> formats{"edges", "lineage"};

std::string tableText(const Table& table, char separator) {
    std::string text;
    if (table.header) {
        for (size_t c = 0; c < table.columns.size(); ++c)
            text += (c ? std::string(1, separator) : "") + quoteField(table.columns[c].name, separator);
        text += '\n';
    }
    for (size_t row = 0; row < table.rows(); ++row) {
        for (size_t c = 0; c < table.columns.size(); ++c) {
            if (c) text += separator;
            if (const auto* texts = std::get_if<std::vector<std::string>>(&table.columns[c].values))
                text += quoteField((*texts)[row], separator);
            else
                text += fmt::format("{:.17g}", std::get<std::vector<double>>(table.columns[c].values)[row]);
        }
        text += '\n';
    }
    return text;
}

std::string edgesText(const Hierarchy& hierarchy, char separator) {
    std::string text = fmt::format("parent{}child\n", separator);
    for (const auto& edge : hierarchy.edges())
        text += quoteField(hierarchy.name(edge.parent), separator) + separator +
                quoteField(hierarchy.name(edge.child), separator) + '\n';
    return text;
}

/// Numbers do not shrink, the digits of extended rows to an eighth.
Result<std::string> packEmbedding(const Embedding& embedding) {
    return packArchive(embeddingMembers(embedding), embedding.extended != nullptr);
}

Result<std::string> packArrays(const Arrays& arrays) {
    std::map<std::string, std::string> members;
    for (const auto& array : arrays.arrays)
        members[array.name + ".npy"] = npyBytes(array);
    return packArchive(members, false);
}

}  // namespace

std::string_view endingOf(Kind kind) {
    return kind == Kind::Embedding      ? ".npz"
           : kind == Kind::Arrays       ? ".npz"
           : kind == Kind::Segmentation ? ".json"
           : kind == Kind::Text         ? ".txt"
                                        : ".tsv";
}

Result<Output> Output::parse(const std::string& text) {
    constexpr std::string_view option = "?format=";
    const size_t mark = text.rfind(option);
    if (mark == std::string::npos) return Output(std::filesystem::path(text));
    Output output(std::filesystem::path(text.substr(0, mark)));
    output.format = text.substr(mark + option.size());
    if (std::ranges::find(formats, output.format) == formats.end())
        return usageError(fmt::format("there is no format '{}' to choose for a file", output.format),
                          fmt::format("formats that no ending tells are: {}", fmt::join(formats, ", ")));
    return output;
}

Result<void> checkEnding(Kind kind, const Output& output) {
    const auto& path = output.path;
    if (!output.format.empty() &&
        (kind != Kind::Hierarchy || (path.extension() != ".tsv" && path.extension() != ".csv")))
        return usageError(fmt::format("format {} is for hierarchies in .tsv or .csv", output.format),
                          "leave ?format= out, or change the ending");
    const std::string ending = path.extension().string();
    if (kind == Kind::Embedding && ending != ".npz")
        return usageError(fmt::format("an embedding cannot be written as '{}'", path.string()),
                          "end the name of the file in .npz");
    if (kind == Kind::Arrays && ending != ".npz")
        return usageError(fmt::format("arrays cannot be written as '{}'", path.string()),
                          "end the name of the file in .npz");
    if (kind == Kind::Segmentation && ending != ".json")
        return usageError(fmt::format("a segmentation cannot be written as '{}'", path.string()),
                          "end the name of the file in .json");
    const bool delimited = ending == ".tsv" || ending == ".csv" || ending == ".edges" || ending == ".txt";
    if (kind == Kind::Hierarchy && !delimited && !isTreeEnding(ending))
        return usageError(fmt::format("a hierarchy cannot be written as '{}'", path.string()),
                          "end the name of the file in .tsv, .csv, .nwk, .json, .txt, .paths, .obo or .ttl");
    if (kind == Kind::Table && !delimited)
        return usageError(fmt::format("a table cannot be written as '{}'", path.string()),
                          "end the name of the file in .tsv or .csv");
    return {};
}

Result<std::string> payloadBytes(const Payload& payload, const Output& output) {
    const auto& path = output.path;
    const Kind kind = kindOf(payload);
    if (auto fits = checkEnding(kind, output); !fits) return fits.error();
    const char separator = path.extension() == ".csv" ? ',' : '\t';
    if (kind == Kind::Embedding) return packEmbedding(*std::get<std::shared_ptr<const Embedding>>(payload));
    if (kind == Kind::Table) return tableText(*std::get<std::shared_ptr<const Table>>(payload), separator);
    if (kind == Kind::Segmentation)
        return segmentationText(*std::get<std::shared_ptr<const Segmentation>>(payload));
    if (kind == Kind::Arrays) return packArrays(*std::get<std::shared_ptr<const Arrays>>(payload));
    if (kind == Kind::Text) return std::get<std::shared_ptr<const Text>>(payload)->bytes;
    if (output.format == "lineage")
        return lineageText(*std::get<std::shared_ptr<const Hierarchy>>(payload), separator);
    if (kind == Kind::Hierarchy && isTreeEnding(path.extension().string()))
        return treeText(*std::get<std::shared_ptr<const Hierarchy>>(payload), path.extension().string());
    if (kind == Kind::Hierarchy)
        return edgesText(*std::get<std::shared_ptr<const Hierarchy>>(payload), separator);
    return programError("there is nothing to write");
}

}  // namespace horo
