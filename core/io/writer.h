// Payloads as files.
#pragma once

#include <filesystem>
#include <string>

#include "core/data/workspace.h"

namespace horo {

/// Where a payload goes: "FILE" or "FILE?format=NAME". The format says more than the ending where several
/// have the same: edges or lineage in .tsv and .csv.
struct HOROCYCLE_EXPORT Output {
    std::filesystem::path path;
    std::string format;  ///< empty = by the ending

    Output(std::filesystem::path file) : path(std::move(file)) {}
    Output(const std::string& file) : path(file) {}
    Output(const char* file) : path(file) {}
    /// Error: another format than edges and lineage.
    static Result<Output> parse(const std::string& text);
};

/// The bytes of a payload in the format that the ending of `path` names: embeddings and arrays as .npz, tables as .tsv
/// or .csv, hierarchies as edge lists (.tsv, .csv, .edges),
/// as lineages (format=lineage) or as .nwk, .json, .txt, .paths, .obo, .ttl (tree_writer.h), segmentations as
/// .json, texts under any name. Error: an ending that does not suit the kind.
HOROCYCLE_EXPORT Result<std::string> payloadBytes(const Payload& payload, const Output& output);

/// The ending that files of a kind have when nobody says otherwise, such as ".npz".
HOROCYCLE_EXPORT std::string_view endingOf(Kind kind);

/// Whether payloadBytes would take that ending for that kind, known before there is a payload.
HOROCYCLE_EXPORT Result<void> checkEnding(Kind kind, const Output& output);

}  // namespace horo
