// NumPy files as embeddings: npy, and npz with our layout or any other.
#include <fmt/format.h>

#include <fstream>

#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/io/embedding_file.h"
#include "core/io/embedding_reader.h"
#include "core/io/npy.h"

namespace horo {

namespace {

/// The tables of numbers of an npz with their shapes.
std::vector<std::pair<std::string, std::string>> tablesOf(const std::map<std::string, std::string>& members) {
    std::vector<std::pair<std::string, std::string>> tables;
    for (const auto& [name, bytes] : members) {
        if (!name.ends_with(".npy")) continue;
        const auto shape = npyShape(bytes, name);
        if (shape && !shape->isText && shape->extents.size() == 2)
            tables.emplace_back(name.substr(0, name.size() - 4), shape->text());
    }
    return tables;
}

class NpzReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "npz"; }
    std::vector<std::string> endings() const override { return {".npz"}; }
    std::string_view help() const override {
        return "Embedding with its space (NumPy npz: vectors, ids, meta), or any npz (?array=NAME)";
    }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t) const override {
        auto file = readFileAndChecksum(source.path());
        if (!file) return file.error();
        auto members = unpackArchive(file->bytes, source.name);
        if (!members) return members.error();
        file->bytes = {};
        EmbeddingDraft choice;
        std::string name = "vectors";
        if (!members->contains("vectors.npy") || source.option("array")) {
            const auto chosen = chooseArray(source, "array", tablesOf(*members), choice);
            if (!chosen) return chosen.error();
            if (choice.undecided) return choice;
            name = *chosen;
        }
        auto draft = draftFromMembers(std::move(*members), source.name, name);
        if (!draft) return draft.error();
        draft->choices = std::move(choice.choices);
        draft->origin.sha256 = std::move(file->sha256);
        if (name != "vectors") draft->details["array"] = name;
        if (draft->about.find("id")) draft->idColumn = "id", draft->idReason = "its name";
        if (draft->about.find("labels")) draft->labelColumn = "labels";
        return draft;
    }
};

class NpyReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "npy"; }
    std::vector<std::string> endings() const override { return {".npy"}; }
    std::string_view help() const override { return "Vectors, or pictures as bytes (NumPy npy)"; }

protected:
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        auto file = readBeginning(source.path(), limit);
        if (!file) return file.error();
        auto table = readNpyTable(std::move(file->bytes), source.name, file->sha256.empty());
        if (!table) return table.error();
        EmbeddingDraft draft;
        draft.embedding.vectors = std::move(table->vectors);
        draft.embedding.picture = table->picture;
        draft.rowsInFile = table->rowsInFile;
        draft.isWhole = !file->sha256.empty();
        draft.origin.sha256 = std::move(file->sha256);
        return draft;
    }
};

HOROCYCLE_READER(NpzReader);
HOROCYCLE_READER(NpyReader);

}  // namespace

}  // namespace horo
