// Payloads as files.
#pragma once

#include <filesystem>
#include <string>

#include "core/data/workspace.h"

namespace horo {

/// The bytes of a payload in the format that the ending of `path` names: embeddings as .npz, tables as .tsv
/// or .csv, hierarchies as edge lists (.tsv, .csv, .edges)
/// or as .nwk, .json, .txt, .paths, .obo (tree_writer.h), segmentations as .json, texts under any name.
/// Error: an ending that does not suit the kind.
HOROCYCLE_EXPORT Result<std::string> payloadBytes(const Payload& payload, const std::filesystem::path& path);

/// The ending that files of a kind have when nobody says otherwise, such as ".npz".
HOROCYCLE_EXPORT std::string_view endingOf(Kind kind);

/// Whether payloadBytes would take that ending for that kind, known before there is a payload.
HOROCYCLE_EXPORT Result<void> checkEnding(Kind kind, const std::filesystem::path& path);

}  // namespace horo
