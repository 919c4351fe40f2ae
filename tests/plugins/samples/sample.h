// What the sample plugins share: a chunker that does one thing wrong.
#pragma once

#include <stdexcept>

#include "core/chunking/chunk_outcome.h"
#include "core/method/registry.h"

namespace horo {

class SampleMethod : public Method {
public:
    explicit SampleMethod(const char* id) {
        declaration_.id = id;
        declaration_.version = "1";
        declaration_.title = "Sample";
        declaration_.summary = "A method of the tests.";
        declaration_.citation = "none";
        declaration_.inputs = {textPort()};
        declaration_.outputs = {segmentationPort()};
    }
    const Declaration& declaration() const override { return declaration_; }
    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context& context) const override {
        const auto sequence = TextSequence::create(inputs.text("text"), SequenceUnit::Byte);
        if (!sequence) return sequence.error();
        return chunkOutcome(*sequence, {sequence->size()}, context);
    }

protected:
    Declaration declaration_;
};

/// A sample that makes an embedding of one row, or what a test wants of it.
class SampleEmbedding : public SampleMethod {
public:
    explicit SampleEmbedding(const char* id) : SampleMethod(id) {
        declaration_.outputs = {{"embedding", {Kind::Embedding}, "one row"}};
    }

protected:
    static Outcome embedding(std::vector<std::string> names, Vectors vectors) {
        auto made = std::make_shared<Embedding>();
        made->items = *Items::create(std::move(names));
        made->vectors = std::move(vectors);
        Outcome outcome;
        outcome.output = std::shared_ptr<const Embedding>(std::move(made));
        return outcome;
    }
};

}  // namespace horo
