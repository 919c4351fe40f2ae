#include "app/MethodPanel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/Wording.h"
#include "core/base/parallel.h"
#include "core/method/registry.h"
#include "views/kit/Buttons.h"
#include "views/kit/Capitalised.h"
#include "views/kit/ElidedLabel.h"
#include "views/kit/FormRow.h"
#include "views/kit/Ground.h"
#include "views/kit/Label.h"
#include "views/kit/NumberField.h"
#include "views/kit/PanelTitle.h"
#include "views/kit/SegmentedControl.h"
#include "views/kit/ThinProgressBar.h"
#include "views/theme/Icons.h"
#include "views/theme/Metrics.h"

namespace horo::app {

using namespace views;

namespace {

/// A choice in words: "tree-layout" becomes "Tree layout".
QString spoken(const std::string& value) {
    if (value == "poincare") return QStringLiteral("Poincaré");
    if (value == "euclidean") return QStringLiteral("Euclid");
    QString text = QString::fromStdString(value).replace('-', ' ');
    if (!text.startsWith(QStringLiteral("float"))) text[0] = text[0].toUpper();
    return text;
}

}  // namespace

MethodPanel::MethodPanel(WorkspaceModel& model, Jobs& jobs, QWidget* parent)
    : QWidget(parent), model_(model), jobs_(jobs) {
    setMinimumWidth(metrics::rightDockMinimum);
    setGround(*this, Token::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto* head = new QWidget(this);
    auto* headRow = new QHBoxLayout(head);
    head->setObjectName(QStringLiteral("dockHead"));
    head->setFixedHeight(metrics::headerHeight);
    headRow->setContentsMargins(metrics::panelPadding, 0, 4, 0);
    headRow->setSpacing(0);
    title_ = new Label({}, FontRole::Title);
    help_ = new IconButton("help", tr("Help on this method"));
    more_ = new IconButton("more", tr("Choose a method, set the seed, reset the values"));
    help_->setIconExtent(metrics::smallIconSize);
    more_->setIconExtent(metrics::smallIconSize);
    headRow->addWidget(title_, 1);
    headRow->addWidget(help_);
    headRow->addWidget(more_);
    column->addWidget(head);
    citation_ = new ElidedLabel({}, FontRole::Meta, Token::T3);
    citation_->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, 0);
    auto* citationRow = new QHBoxLayout;
    citationRow->setContentsMargins(metrics::panelPadding, 0, metrics::panelPadding, 4);
    citationRow->addWidget(citation_);
    column->addLayout(citationRow);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(*scroll, Token::Panel);
    column->addWidget(scroll, 1);
    body_ = new QWidget;
    setGround(*body_, Token::Panel);
    scroll->setWidget(body_);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::panelPadding, metrics::controlGap, metrics::panelPadding,
                             metrics::panelPadding);
    foot->setSpacing(6);
    auto* progressRow = new QHBoxLayout;
    doing_ = new ElidedLabel({}, FontRole::Meta, Token::T2);
    left_ = new Label({}, FontRole::Meta, Token::T2);
    progressRow->addWidget(doing_, 1);
    progressRow->addWidget(left_);
    foot->addLayout(progressRow);
    bar_ = new ThinProgressBar(4);
    foot->addWidget(bar_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::controlGap);
    primary_ = new PrimaryButton(tr("Run"), "run");
    stop_ = new PlainButton(tr("Stop, keep"), "stop");
    buttons->addWidget(primary_, 3);
    buttons->addWidget(stop_, 2);
    foot->addLayout(buttons);
    column->addLayout(foot);

    connect(help_, &QToolButton::clicked, this, [this] {
        if (method_) Q_EMIT helpRequested(method_->declaration().id);
    });
    connect(more_, &QToolButton::clicked, this, &MethodPanel::showMenu);
    connect(primary_, &QPushButton::clicked, this, [this] {
        if (const auto* entry = ownJob())
            jobs_.pause(job_, entry->job->state() != JobState::Paused);
        else
            run();
        refresh();
    });
    connect(stop_, &QPushButton::clicked, this, [this] { jobs_.stop(job_); });
    connect(&jobs_, &Jobs::changed, this, &MethodPanel::refresh);
    connect(&model_, &WorkspaceModel::objectsChanged, this, &MethodPanel::fillInputs);
}

void MethodPanel::setMethod(const Method& method, const std::string& preferredObject) {
    const bool same = method_ == &method;
    method_ = &method;
    if (!preferredObject.empty()) {
        const auto object = model_.workspace().find(preferredObject);
        const auto& inputs = method.declaration().inputs;
        const auto port = std::ranges::find_if(inputs, [&](const Port& each) {
            return object && each.required &&
                   std::ranges::find(each.kinds, object->kind()) != each.kinds.end();
        });
        if (port != inputs.end()) {
            std::erase_if(chosen_, [&](const auto& entry) { return entry.second == preferredObject; });
            chosen_[port->name] = preferredObject;
        }
    }
    if (!same) {
        values_.clear();
        problems_.clear();
        for (const auto& parameter : method.declaration().parameters)
            values_[parameter.name] = toText(parameter.fallback);
        rebuild();
    }
    fillInputs();
    refresh();
    Q_EMIT methodChosen(method.declaration().id);
}

void MethodPanel::setValue(const std::string& parameter, const std::string& text) {
    values_[parameter] = text;
    problems_.erase(parameter);
    rebuild();
    fillInputs();
    refresh();
}

void MethodPanel::rebuild() {
    const Declaration& d = method_->declaration();
    title_->setText(QString::fromStdString(d.title));
    citation_->setText(
        QStringLiteral("%1  ·  %2").arg(QString::fromStdString(d.id), QString::fromStdString(d.citation)));
    setAccessibleName(title_->text());
    inputs_.clear();
    delete body_->layout();
    qDeleteAll(body_->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    bodyRows_ = new QVBoxLayout(body_);
    bodyRows_->setContentsMargins(metrics::panelPadding, 4, metrics::panelPadding, 4);
    bodyRows_->setSpacing(4);
    for (const auto& port : d.inputs) {
        auto* combo = new QComboBox;
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(6);
        combo->setIconSize({metrics::smallIconSize, metrics::smallIconSize});
        inputs_[port.name] = combo;
        const QString label = capitalised(QString::fromStdString(port.name));
        combo->setAccessibleName(label);
        auto* row = new FormRow(label, combo);
        row->setHelp(QString::fromStdString(port.help));
        bodyRows_->addWidget(row);
        connect(combo, &QComboBox::activated, this, [this, name = port.name, combo] {
            chosen_[name] = combo->currentData().toString().toStdString();
            refresh();
        });
    }
    advanced_ = new QWidget;
    auto* advancedRows = new QVBoxLayout(advanced_);
    advancedRows->setContentsMargins(0, 0, 0, 0);
    advancedRows->setSpacing(4);
    bool any = false;
    for (const auto& parameter : d.parameters) {
        addParameter(parameter, parameter.advanced ? advancedRows : bodyRows_);
        any = any || parameter.advanced;
    }
    auto* toggle = new QToolButton;
    advancedToggle_ = toggle;
    toggle->setText(tr("Advanced"));
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setAutoRaise(true);
    toggle->setIconSize({metrics::chevronSize, metrics::chevronSize});
    advancedSummary_ = new ElidedLabel({}, FontRole::Meta, Token::T3);
    auto* toggleRow = new QHBoxLayout;
    toggleRow->setSpacing(4);
    toggleRow->addWidget(toggle);
    toggleRow->addWidget(advancedSummary_, 1);
    bodyRows_->addLayout(toggleRow);
    bodyRows_->addWidget(advanced_);
    bodyRows_->addStretch(1);
    toggle->setVisible(any);
    connect(toggle, &QToolButton::clicked, this, [this] {
        advancedOpen_ = !advancedOpen_;
        refreshAdvanced();
    });
    refreshAdvanced();
}

QWidget* MethodPanel::controlFor(const Parameter& parameter) {
    const std::string name = parameter.name;
    const auto changed = [this, name](const std::string& text) {
        values_[name] = text;
        refresh();
        refreshAdvanced();
    };
    if (parameter.type == ParameterType::Choice || parameter.type == ParameterType::Boolean) {
        const auto choices = parameter.type == ParameterType::Boolean
                                 ? std::vector<std::string>{"false", "true"}
                                 : parameter.choices;
        QStringList names;
        for (const auto& value : choices)
            names << (parameter.type == ParameterType::Boolean ? (value == "true" ? tr("Yes") : tr("No"))
                                                               : spoken(value));
        const auto at = std::ranges::find(choices, values_[name]);
        const int index = at == choices.end() ? 0 : static_cast<int>(at - choices.begin());
        if (choices.size() <= 3) {
            auto* segments = new SegmentedControl(names);
            segments->setCurrent(index);
            connect(segments, &SegmentedControl::currentChanged, this,
                    [changed, choices](int i) { changed(choices[static_cast<size_t>(i)]); });
            return segments;
        }
        auto* combo = new QComboBox;
        combo->addItems(names);
        combo->setCurrentIndex(index);
        connect(combo, &QComboBox::activated, this,
                [changed, choices](int i) { changed(choices[static_cast<size_t>(i)]); });
        return combo;
    }
    if (parameter.type == ParameterType::Text) {
        auto* field = new QLineEdit(QString::fromStdString(values_[name]));
        connect(field, &QLineEdit::textEdited, this,
                [changed](const QString& text) { changed(text.toStdString()); });
        return field;
    }
    auto* field = new NumberField;
    NumberField::Range range;
    range.whole = parameter.type == ParameterType::Integer;
    if (parameter.low) range.least = *parameter.low;
    if (parameter.high) range.most = *parameter.high;
    field->setRange(range);
    field->setUnit(QString::fromStdString(parameter.unit));
    field->setValue(std::stod(values_[name]));
    connect(field, &NumberField::valueChanged, this, [changed, whole = range.whole](double value) {
        changed(whole ? std::to_string(static_cast<int64_t>(value)) : toText(Value(value)));
    });
    connect(field, &NumberField::problemChanged, this, [this, name](const QString& problem) {
        if (problem.isEmpty())
            problems_.erase(name);
        else
            problems_[name] = problem.toStdString();
        refresh();
    });
    return field;
}

void MethodPanel::addParameter(const Parameter& parameter, QVBoxLayout* into) {
    QWidget* control = controlFor(parameter);
    control->setAccessibleName(QString::fromStdString(parameter.label));
    control->setObjectName(QString::fromStdString(parameter.name));
    auto* row = new FormRow(QString::fromStdString(parameter.label), control);
    row->setHelp(QStringLiteral("%1  (%2)")
                     .arg(QString::fromStdString(parameter.help), QString::fromStdString(parameter.name)));
    into->addWidget(row);
}

void MethodPanel::refreshAdvanced() {
    if (!advanced_) return;
    advanced_->setVisible(advancedOpen_);
    static_cast<QToolButton*>(advancedToggle_)
        ->setIcon(icon(advancedOpen_ ? "chevron-down" : "chevron-right"));
    QStringList summary;
    for (const auto& parameter : method_->declaration().parameters)
        if (parameter.advanced) {
            const QString value = QString::fromStdString(values_[parameter.name]);
            const bool speaks = parameter.type == ParameterType::Choice;
            summary << (speaks ? value : QString::fromStdString(parameter.label).toLower() + ' ' + value);
        }
    advancedSummary_->setText(advancedOpen_ ? QString() : summary.join(QStringLiteral(", ")));
}

int MethodPanel::firstGuess(const QComboBox& combo, const std::set<std::string>& taken) const {
    const Workspace& workspace = model_.workspace();
    const auto items = [&](const std::string& id) {
        const auto object = workspace.find(id);
        const auto embedding = object ? object->as<Embedding>() : nullptr;
        return embedding ? embedding->items : nullptr;
    };
    int guess = -1;
    for (int i = 0; i < combo.count(); ++i) {
        const std::string id = combo.itemData(i).toString().toStdString();
        if (taken.contains(id)) continue;
        const bool sameRows = !taken.empty() && items(id) && items(id) == items(*taken.begin());
        if (guess < 0 || sameRows) guess = i;
    }
    return guess;
}

void MethodPanel::fillInputs() {
    if (!method_) return;
    std::set<std::string> taken;
    for (const auto& port : method_->declaration().inputs) {
        QComboBox* combo = inputs_[port.name];
        combo->clear();
        if (!port.required) combo->addItem(tr("none"), QString());
        for (const auto& object : model_.workspace().objects)
            if (std::ranges::find(port.kinds, object->kind()) != port.kinds.end())
                combo->addItem(icon(iconOf(*object)), QString::fromStdString(object->name),
                               QString::fromStdString(object->id));
        const auto chosen = chosen_.find(port.name);
        int index = chosen == chosen_.end() ? -1 : combo->findData(QString::fromStdString(chosen->second));
        if (index < 0 && port.required) index = firstGuess(*combo, taken);
        if (index < 0 && combo->count() > 0) index = 0;
        combo->setCurrentIndex(index);
        combo->setEnabled(combo->count() > 0);
        const std::string id = index < 0 ? std::string() : combo->itemData(index).toString().toStdString();
        if (id.empty())
            chosen_.erase(port.name);
        else
            taken.insert(chosen_[port.name] = id);
    }
    refresh();
}

QString MethodPanel::missing() const {
    if (!method_) return tr("Choose a method");
    for (const auto& port : method_->declaration().inputs)
        if (port.required && !chosen_.contains(port.name))
            return tr("Open a %1 first").arg(kindTitle(port.kinds.front()));
    if (!problems_.empty()) return tr("A value is out of its range");
    return {};
}

Result<Parameters> MethodPanel::parameters() const {
    Parameters parameters(method_->declaration());
    for (const auto& [name, text] : values_)
        if (auto done = parameters.set(method_->declaration(), name, text); !done) return done.error();
    return parameters;
}

void MethodPanel::run() {
    if (!missing().isEmpty() || ownJob()) return;
    Run run;
    run.method = method_;
    auto set = parameters();
    if (!set) return;
    run.parameters = std::move(*set);
    for (const auto& [name, id] : chosen_)
        if (inputs_.contains(name))
            if (auto object = model_.workspace().find(id)) run.inputs[name] = std::move(object);
    Conditions conditions;
    conditions.seed = seed_;
    conditions.deterministic = QSettings().value("deterministic", false).toBool();
    conditions.threads = conditions.deterministic ? 1 : availableThreads();
    job_ = jobs_.start(std::move(run), conditions);
    refresh();
}

const Jobs::Entry* MethodPanel::ownJob() const {
    const auto* entry = jobs_.find(job_);
    return entry && entry->job->run().method == method_ ? entry : nullptr;
}

void MethodPanel::refresh() {
    const auto* entry = ownJob();
    const bool mine = entry != nullptr;
    const QString lacks = missing();
    stop_->setVisible(mine);
    bar_->setVisible(mine);
    left_->setVisible(mine);
    primary_->setVisible(!mine || method_->declaration().resumable);  // else there is nothing to pause
    if (mine) {
        const Progress at = entry->job->progress();
        const JobState state = entry->job->state();
        primary_->setMissing({});
        primary_->setAction(state == JobState::Paused ? tr("Resume") : tr("Pause"),
                            state == JobState::Paused ? "run" : "pause");
        doing_->setText(entry->ignoresStop() ? tr("does not answer to Stop; press it again to leave it")
                        : state == JobState::Stopping ? tr("stopping, keeping what there is")
                                                      : QString::fromStdString(at.doing));
        left_->setText(at.left ? tr("%1 left").arg(durationText(*at.left)) : QString());
        bar_->setShare(at.share);
    } else {
        primary_->setAction(tr("Run"), "run");
        primary_->setMissing(lacks);
        doing_->setText(lacks);
    }
    doing_->setVisible(mine || !lacks.isEmpty());
}

void MethodPanel::showMenu() {
    QMenu menu(this);
    for (const auto& entry : Registry::global().entries()) {
        const auto* method = entry.method.get();
        auto* action = menu.addAction(QString::fromStdString(method->declaration().title), this,
                                      [this, method] { setMethod(*method); });
        action->setCheckable(true);
        action->setChecked(method == method_);
    }
    menu.addSeparator();
    menu.addAction(tr("Seed %1...").arg(seed_), this, [this] {
        bool accepted = false;
        const int seed = QInputDialog::getInt(this, tr("Seed"), tr("Seed of the random numbers"),
                                              static_cast<int>(seed_), 0, 1'000'000'000, 1, &accepted);
        if (accepted) seed_ = static_cast<uint64_t>(seed);
    });
    auto* deterministic = menu.addAction(tr("Deterministic, one thread"));
    deterministic->setCheckable(true);
    deterministic->setChecked(QSettings().value("deterministic", false).toBool());
    connect(deterministic, &QAction::toggled, this,
            [](bool on) { QSettings().setValue("deterministic", on); });
    menu.addAction(tr("Reset the values"), this, [this] {
        const Method* method = std::exchange(method_, nullptr);
        if (method) setMethod(*method);
    });
    menu.exec(more_->mapToGlobal(QPoint(0, more_->height())));
}

}  // namespace horo::app
