// A tensor of a safetensors file as an embedding.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/base/file.h"
#include "core/io/embedding_reader.h"
#include "core/io/safetensors.h"

namespace horo {

namespace {

class SafetensorsReader final : public EmbeddingReader {
public:
    std::string_view format() const override { return "safetensors"; }
    std::vector<std::string> endings() const override { return {".safetensors"}; }
    std::string_view help() const override { return "A tensor of rows (safetensors, ?tensor=NAME)"; }

protected:
    /// Of a large file, which may be a model, the header and the first rows of the tensor.
    Result<EmbeddingDraft> understand(const Source& source, uint64_t limit) const override {
        std::error_code fault;
        const uint64_t fileBytes = std::filesystem::file_size(source.path(), fault);
        auto file = readBeginning(source.path(), limit);
        if (!file) return file.error();
        const auto tensors =
            safetensorsHeader(file->bytes, std::max<uint64_t>(fileBytes, file->bytes.size()), source.name);
        if (!tensors) return tensors.error();
        std::vector<std::pair<std::string, std::string>> tables;
        for (const auto& [name, tensor] : *tensors)
            if (tensor.extents.size() == 2) tables.emplace_back(name, tensor.shapeText());
        EmbeddingDraft draft;
        const auto chosen = chooseArray(source, "tensor", tables, draft);
        if (!chosen) return chosen.error();
        if (draft.undecided) return draft;
        draft.origin.sha256 = std::move(file->sha256);
        draft.details["tensor"] = *chosen;
        StoredTensor tensor = tensors->at(*chosen);
        draft.rowsInFile = tensor.extents[0];
        draft.isWhole = !draft.origin.sha256.empty();
        if (!draft.isWhole) {
            if (auto cut = takeFirstRows(source, tensor, limit, file->bytes); !cut) return cut.error();
        }
        const auto bytes = std::make_shared<const std::string>(std::move(file->bytes));
        auto vectors = vectorsOf(tensor, bytes, source.name + ": " + *chosen);
        if (!vectors) return vectors.error();
        draft.embedding.vectors = std::move(*vectors);
        return draft;
    }

private:
    /// Puts the first rows of a tensor into `bytes`, and says in the tensor that these are all.
    static Result<void> takeFirstRows(const Source& source, StoredTensor& tensor, uint64_t limit,
                                      std::string& bytes) {
        const size_t rowBytes = (tensor.end - tensor.first) / std::max<size_t>(tensor.extents[0], 1);
        const size_t rows = std::min<size_t>(tensor.extents[0], limit / std::max<size_t>(rowBytes, 1));
        bytes.resize(rows * rowBytes);
        std::ifstream file(source.path(), std::ios::binary);
        file.seekg(static_cast<std::streamoff>(tensor.first));
        if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
            return inputError("cannot be read", "look at the disk", source.name);
        tensor.extents[0] = rows;
        tensor.first = 0, tensor.end = bytes.size();
        return {};
    }
};

HOROCYCLE_READER(SafetensorsReader);

}  // namespace

}  // namespace horo
