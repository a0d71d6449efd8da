import { Component, lazy, type ReactNode, Suspense } from "react";
import { Link, Route, Switch } from "wouter";
import { Unreached } from "../shared/api/problem.ts";
import { useWords } from "../shared/words.ts";
import { HomePage } from "./home/home-page.tsx";
import { Page } from "./ui/page.tsx";
import { Card } from "./ui/parts.tsx";
import { Skeleton, Trouble } from "./ui/trouble.tsx";
import { uiWords } from "./ui/ui.words.ts";

const loadRollCall = () => import("./roll-call/roll-call-page.tsx");
const loadDiary = () => import("./diary/diary-page.tsx");
const loadCannot = () => import("./cannot/cannot-page.tsx");
const loadLeave = () => import("./leave/leave-page.tsx");

/** What is needed where the network is weak is fetched before it is: from an activity's page one goes on without one. */
const loadActivity = async () => {
  const page = await import("./activity/activity-page.tsx");
  for (const load of [loadRollCall, loadDiary, loadLeave, loadCannot]) void load().catch(() => undefined);
  return page;
};

const Activities = lazy(() => import("./activities/activities-page.tsx"));
const Activity = lazy(loadActivity);
const SignUp = lazy(() => import("./activity/sign-up-page.tsx"));
const Leave = lazy(loadLeave);
const Cannot = lazy(loadCannot);
const Offer = lazy(() => import("./offer/offer-page.tsx"));
const ReachedList = lazy(() => import("./reached/reached-page.tsx"));
const CallOff = lazy(() => import("./call-off/call-off-page.tsx"));
const Advice = lazy(() => import("./advice/advice-page.tsx"));
const RollCall = lazy(loadRollCall);
const Screen = lazy(() => import("./screen/screen-page.tsx"));
const Diary = lazy(loadDiary);
const HelpersPage = lazy(() => import("./helpers/helpers-page.tsx"));
const Money = lazy(() => import("./money/money-page.tsx"));
const Happiness = lazy(() => import("./happiness/happiness-page.tsx"));
const Covers = lazy(() => import("./covers/covers-page.tsx"));
const Cover = lazy(() => import("./covers/cover-page.tsx"));
const PhoneList = lazy(() => import("./covers/phone-list-page.tsx"));
const Points = lazy(() => import("./points/points-page.tsx"));
const Entry = lazy(() => import("./points/entry-page.tsx"));
const Approvals = lazy(() => import("./approvals/approvals-page.tsx"));
const Approval = lazy(() => import("./approvals/approval-page.tsx"));
const RecordPage = lazy(() => import("./record/record-page.tsx"));
const Service = lazy(() => import("./services/service-page.tsx"));
const Courses = lazy(() => import("./training/courses-page.tsx"));
const FormPage = lazy(() => import("./growth/form-page.tsx"));
const GrowthMarks = lazy(() => import("./growth/marks-page.tsx"));
const Programme = lazy(() => import("./growth/programme-page.tsx"));
const Learn = lazy(() => import("./training/learn-page.tsx"));
const ClassPage = lazy(() => import("./training/class-page.tsx"));
const ClassScreen = lazy(() => import("./training/class-screen-page.tsx"));
const ClassRoll = lazy(() => import("./training/class-roll-page.tsx"));
const ClassCheckIn = lazy(() => import("./training/class-check-in-page.tsx"));
const MentoringPage = lazy(() => import("./training/mentoring-page.tsx"));
const Course = lazy(() => import("./training/course-page.tsx"));
const Trainer = lazy(() => import("./training/trainer-page.tsx"));
const ExternalPlaces = lazy(() => import("./training/external-places-page.tsx"));
const ExternalPlace = lazy(() => import("./training/external-place-page.tsx"));
const ReportDeed = lazy(() => import("./deed/deed-page.tsx"));
const Campaigns = lazy(() => import("./campaigns/campaigns-page.tsx"));
const CampaignPage = lazy(() => import("./campaigns/campaign-page.tsx"));
const Away = lazy(() => import("./away/away-page.tsx"));
const Deputy = lazy(() => import("./deputy/deputy-page.tsx"));
const Me = lazy(() => import("./me/me-page.tsx"));

/** What fails while it is drawn, such as a part of the app that could not be loaded, says so and can be tried again. */
class Guard extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    // A part of the app that cannot be fetched says nothing of the network by itself.
    return { error: navigator.onLine ? error : new Unreached("a part of the app") };
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main>
        <Trouble error={this.state.error} again={() => location.reload()} />
      </main>
    );
  }
}

function Missing() {
  const say = useWords(uiWords);
  return (
    <Page title={say("missing.title")} back="/">
      <Card>
        <p>{say("missing.detail")}</p>
        <Link href="/" className="button plain">
          {say("missing.home")}
        </Link>
      </Card>
    </Page>
  );
}

const Opening = () => (
  <main>
    <Skeleton />
  </main>
);

export const Pages = () => (
  <Guard>
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/" component={HomePage} />
        <Route path="/activities" component={Activities} />
        <Route path="/activities/:id" component={Activity} />
        <Route path="/activities/:id/sign-up" component={SignUp} />
        <Route path="/activities/:id/leave" component={Leave} />
        <Route path="/activities/:id/cannot" component={Cannot} />
        <Route path="/activities/:id/offers/:sessionId" component={Offer} />
        <Route path="/activities/:id/reached" component={ReachedList} />
        <Route path="/activities/:id/advice" component={Advice} />
        <Route path="/activities/:id/call-off" component={CallOff} />
        <Route path="/activities/:id/roll-call" component={RollCall} />
        <Route path="/activities/:id/screen" component={Screen} />
        <Route path="/activities/:id/diary" component={Diary} />
        <Route path="/activities/:id/happiness" component={Happiness} />
        <Route path="/activities/:id/growth" component={GrowthMarks} />
        <Route path="/activities/:id/covers/:needId" component={PhoneList} />
        <Route path="/activities/:id/money" component={Money} />
        <Route path="/activities/:id/helpers" component={HelpersPage} />
        <Route path="/covers" component={Covers} />
        <Route path="/covers/:needId" component={Cover} />
        <Route path="/points" component={Points} />
        <Route path="/points/:entryId" component={Entry} />
        <Route path="/approvals" component={Approvals} />
        <Route path="/approvals/:kind/:id" component={Approval} />
        <Route path="/record" component={RecordPage} />
        <Route path="/deputy" component={Deputy} />
        <Route path="/services/:id" component={Service} />
        <Route path="/trainer" component={Trainer} />
        <Route path="/external-places" component={ExternalPlaces} />
        <Route path="/external-places/:id" component={ExternalPlace} />
        <Route path="/courses" component={Courses} />
        <Route path="/courses/:id" component={Course} />
        <Route path="/forms/:id" component={FormPage} />
        <Route path="/programmes/:id" component={Programme} />
        <Route path="/programmes/:id/:person" component={Programme} />
        <Route path="/classes" component={Learn} />
        <Route path="/classes/:id" component={ClassPage} />
        <Route path="/classes/:id/screen/:sessionId" component={ClassScreen} />
        <Route path="/classes/:id/roll/:sessionId" component={ClassRoll} />
        <Route path="/classes/:id/check-in/:sessionId/:code" component={ClassCheckIn} />
        <Route path="/mentoring" component={MentoringPage} />
        <Route path="/deed" component={ReportDeed} />
        <Route path="/campaigns" component={Campaigns} />
        <Route path="/campaigns/:id" component={CampaignPage} />
        <Route path="/away" component={Away} />
        <Route path="/me" component={Me} />
        <Route component={Missing} />
      </Switch>
    </Suspense>
  </Guard>
);
