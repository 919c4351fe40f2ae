// The workspace as a file: a zip of session.json and npy files that Python reads without us.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/workspace.h"

namespace horo {

/// Written into each session; a reader refuses larger numbers and reads all smaller ones.
constexpr int sessionFormat = 1;

/// Saves whole or not at all.
HOROCYCLE_EXPORT Result<void> saveSession(const Workspace& workspace, const std::filesystem::path& path);
/// Error: no session, a damaged one, a missing member (named), one of a newer version.
HOROCYCLE_EXPORT Result<Workspace> loadSession(const std::filesystem::path& path);

/// What could be read of a session.
struct SessionParts {
    Workspace workspace;            ///< without the objects that are lost and the views on them
    std::vector<std::string> lost;  ///< "name: why", one for each object that could not be read
};
/// Opens the rest where files of some objects are missing or damaged. Error: no session, or one of a newer
/// version.
HOROCYCLE_EXPORT Result<SessionParts> loadSessionParts(const std::filesystem::path& path);

HOROCYCLE_EXPORT Result<std::string> sessionBytes(const Workspace& workspace);
HOROCYCLE_EXPORT Result<Workspace> sessionFromBytes(std::string_view bytes, const std::string& place);

/// Whether the bytes are a zip that holds a session.json.
HOROCYCLE_EXPORT bool looksLikeSession(std::string_view head);

}  // namespace horo
