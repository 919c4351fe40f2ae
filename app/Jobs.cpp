#include "app/Jobs.h"

#include <QTimer>
#include <algorithm>

#include "core/session/record.h"

namespace horo::app {

namespace {

/// How far the longest curve has come.
double reached(const Curves& curves) {
    double at = 0;
    for (const auto& [name, curve] : curves)
        if (!curve.x.empty()) at = std::max(at, curve.x.back());
    return at;
}

constexpr int patience = 2000;  ///< ms that a job may take to answer to Stop
}  // namespace

QString Jobs::Entry::title() const {
    return QString::fromStdString(job->run().method->declaration().title);
}

Jobs::Jobs(views::WorkspaceModel& model, QObject* parent) : QObject(parent), model_(model) {}

Jobs::~Jobs() = default;

int Jobs::start(Run run, const Conditions& conditions, bool aside) {
    auto entry = std::make_unique<Entry>();
    const int number = entry->number = ++lastNumber_;
    entry->isAside = aside;
    Entry* raw = entry.get();
    entries_.push_back(std::move(entry));
    Job::Listener listener;
    listener.changed = [this, number] {
        if (Entry* present = find(number)) takeNews(*present);
    };
    listener.ended = [this, number](Result<Finished>&& result) { finish(number, std::move(result)); };
    const auto post = [this](std::function<void()> work) {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    };
    raw->job = std::make_unique<Job>(threads_, std::move(run), conditions, post, std::move(listener));
    Q_EMIT changed();
    return number;
}

void Jobs::pause(int number, bool paused) {
    if (Entry* entry = find(number)) entry->job->pause(paused);
}

bool Jobs::Entry::ignoresStop() const {
    return stopping.isValid() && stopping.hasExpired(patience) && job->state() == JobState::Stopping;
}

void Jobs::stop(int number) {
    Entry* entry = find(number);
    if (!entry) return;
    if (entry->ignoresStop()) return leave(number);
    if (entry->stopping.isValid()) return;
    entry->stopping.start();
    entry->job->stop();
    QTimer::singleShot(patience + 50, this, &Jobs::changed);
}

void Jobs::endLive(const std::string& objectId) {
    if (objectId.empty()) return;
    // The result is the last state of its run; it stands behind a picture of the same step.
    if (const auto object = model_.workspace().find(objectId); object && object->madeBy)
        model_.keepState(objectId, {reached(object->madeBy->curves) + 1e-9, object->payload});
    model_.endLive(objectId);
}

void Jobs::leave(int number) {
    Entry* entry = find(number);
    const QString title = entry->title();
    const std::string live = entry->objectId;
    entry->job->leave();
    std::erase_if(entries_, [number](const auto& each) { return each->number == number; });
    endLive(live);
    Q_EMIT changed();
    Q_EMIT failed(title,
                  inputError("it did not stop and was left behind; what it had made is kept",
                             "if the processor stays busy, save the session and start Horocycle again"));
}

Jobs::Entry* Jobs::find(int number) const {
    const auto found = std::ranges::find(entries_, number, [](const auto& entry) { return entry->number; });
    return found == entries_.end() ? nullptr : found->get();
}

void Jobs::takeNews(Entry& entry) {
    for (auto& point : entry.job->curve(entry.curvePoints)) {
        MeasuredCurve& curve = entry.curves[point.curve];
        curve.x.push_back(point.x);
        curve.y.push_back(point.y);
        ++entry.curvePoints;
    }
    if (Payload picture = entry.job->takePicture(); kindOf(picture) != Kind::None)
        showPicture(entry, std::move(picture));
    if (!entry.objectId.empty()) {
        const auto speed = entry.curves.find("pairs_per_second");
        model_.publishRun(entry.objectId, {entry.curves, entry.job->progress(),
                                           speed == entry.curves.end() ? 0 : speed->second.y.back()});
    }
    Q_EMIT changed();
}

void Jobs::showPicture(Entry& entry, Payload picture) {
    if (!entry.objectId.empty()) {
        if (const double at = reached(entry.curves); at > 0) model_.keepState(entry.objectId, {at, picture});
        model_.publishLive(entry.objectId, std::move(picture));
        return;
    }
    // The first picture: from now on there is an object that views can show.
    Finished sofar;
    sofar.outcome.output = picture;
    sofar.outcome.partial = true;
    sofar.madeBy.method = entry.job->run().method->declaration().id;
    sofar.madeBy.version = entry.job->run().method->declaration().version;
    sofar.madeBy.parameters = entry.job->run().parameters.toJson();
    sofar.madeBy.seed = entry.job->conditions().seed;
    sofar.madeBy.threads = entry.job->conditions().threads;
    sofar.madeBy.deterministic = entry.job->conditions().deterministic;
    sofar.madeBy.partial = true;
    sofar.madeBy.planned = entry.job->progress().total;
    model_.edit(
        entry.title(),
        [&](Workspace& workspace) { entry.objectId = recordRun(workspace, entry.job->run(), sofar); },
        QStringLiteral("job %1").arg(entry.number));
    model_.publishLive(entry.objectId, std::move(picture));
    Q_EMIT made(entry.objectId, true, entry.isAside);
}

void Jobs::finish(int number, Result<Finished>&& result) {
    Entry* entry = find(number);
    if (!entry) return;
    takeNews(*entry);
    const QString title = entry->title();
    std::string objectId = entry->objectId;
    if (result) {
        result->madeBy.curves = entry->curves;
        result->madeBy.planned = entry->job->progress().total;
        const auto record = [&](Workspace& workspace) {
            const auto present = workspace.find(objectId);
            if (!present) {  // it never published, or its object was removed or undone meanwhile
                objectId = recordRun(workspace, entry->job->run(), *result);
                return;
            }
            Object object = *present;
            const auto inputs = object.madeBy->inputs;
            object.payload = result->outcome.output;
            object.madeBy = result->madeBy;
            object.madeBy->inputs = inputs;
            const MadeBy made = *object.madeBy;
            workspace.replace(std::move(object));
            recordOtherOutputs(workspace, entry->job->run(), *result, made);
        };
        model_.edit(title, record, QStringLiteral("job %1").arg(number));
    }
    const bool first = objectId != entry->objectId, aside = entry->isAside;
    const std::string live = entry->objectId;
    std::erase_if(entries_, [number](const auto& each) { return each->number == number; });
    ++done_;
    endLive(live);
    Q_EMIT changed();
    if (!result)
        Q_EMIT failed(title, result.error());
    else
        Q_EMIT made(objectId, first, aside);
}

}  // namespace horo::app
