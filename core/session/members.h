// How the parts of a session are laid out in its zip.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/data/workspace.h"

namespace horo {

using Members = std::map<std::string, std::string>;

/// n texts as two arrays: STEM.npy = their UTF-8 bytes one after the other (uint8), STEM_ends.npy = where
/// each ends. Compact where numpy's fixed-width texts are not. Adds both names to `files` under `role`.
void writeTexts(const std::string& role, const std::string& stem, const std::vector<std::string>& texts,
                Members& members, nlohmann::json& files);
Result<std::vector<std::string>> readTexts(const std::string& role, const Members& members,
                                           const nlohmann::json& files);

/// Adds one member and names it in `files`.
void writeMember(const std::string& role, const std::string& name, std::string bytes, Members& members,
                 nlohmann::json& files);
Result<std::string> readMember(const std::string& role, const Members& members, const nlohmann::json& files);

/// The description of a payload for session.json, its arrays going into `members` under `folder`.
nlohmann::json writePayload(const Payload& payload, const std::string& folder, Members& members);
Result<Payload> readPayload(Kind kind, const nlohmann::json& description, const Members& members);

nlohmann::json toJson(const Report& report);
Result<Report> reportFromJson(const nlohmann::json& json);

}  // namespace horo
