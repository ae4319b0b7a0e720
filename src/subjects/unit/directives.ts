/** The directives that systemd knows in the sections of a service, up to release 257. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const directives: Readonly<Record<string, ReadonlySet<string>>> = {
  Unit: words(
    'After AllowIsolate AssertACPower AssertArchitecture AssertCPUFeature AssertCPUPressure AssertCPUs ' +
      'AssertCapability AssertControlGroupController AssertCredential AssertDirectoryNotEmpty ' +
      'AssertEnvironment AssertFileIsExecutable AssertFileNotEmpty AssertFirstBoot AssertGroup AssertHost ' +
      'AssertIOPressure AssertKernelCommandLine AssertKernelVersion AssertMemory AssertMemoryPressure ' +
      'AssertNeedsUpdate AssertOSRelease AssertPathExists AssertPathExistsGlob AssertPathIsDirectory ' +
      'AssertPathIsEncrypted AssertPathIsMountPoint AssertPathIsReadWrite AssertPathIsSymbolicLink ' +
      'AssertSecurity AssertUser AssertVirtualization Before BindTo BindsTo CollectMode ConditionACPower ' +
      'ConditionArchitecture ConditionCPUFeature ConditionCPUPressure ConditionCPUs ConditionCapability ' +
      'ConditionControlGroupController ConditionCredential ConditionDirectoryNotEmpty ConditionEnvironment ' +
      'ConditionFileIsExecutable ConditionFileNotEmpty ConditionFirmware ConditionFirstBoot ConditionGroup ' +
      'ConditionHost ConditionIOPressure ConditionKernelCommandLine ConditionKernelVersion ConditionMemory ' +
      'ConditionMemoryPressure ConditionNeedsUpdate ConditionOSRelease ConditionPathExists ' +
      'ConditionPathExistsGlob ConditionPathIsDirectory ConditionPathIsEncrypted ConditionPathIsMountPoint ' +
      'ConditionPathIsReadWrite ConditionPathIsSymbolicLink ConditionSecurity ConditionUser ' +
      'ConditionVirtualization Conflicts DefaultDependencies Description Documentation FailureAction ' +
      'FailureActionExitStatus IgnoreOnIsolate JobRunningTimeoutSec JobTimeoutAction ' +
      'JobTimeoutRebootArgument JobTimeoutSec JoinsNamespaceOf OnFailure OnFailureIsolate OnFailureJobMode ' +
      'OnSuccess OnSuccessJobMode PartOf PropagateReloadFrom PropagateReloadTo PropagatesReloadTo ' +
      'PropagatesStopTo RebootArgument RefuseManualStart RefuseManualStop ReloadPropagatedFrom Requires ' +
      'RequiresMountsFor RequiresOverridable Requisite RequisiteOverridable SourcePath StartLimitAction ' +
      'StartLimitBurst StartLimitInterval StartLimitIntervalSec StopPropagatedFrom StopWhenUnneeded ' +
      'SuccessAction SuccessActionExitStatus SurviveFinalKillSignal Upholds Wants',
  ),
  Service: words(
    'AllowedCPUs AllowedMemoryNodes AmbientCapabilities AppArmorProfile BPFProgram BindNetworkInterface ' +
      'BindPaths BindReadOnlyPaths BlockIOAccounting BlockIODeviceWeight BlockIOReadBandwidth BlockIOWeight ' +
      'BlockIOWriteBandwidth BusName CPUAccounting CPUAffinity CPUQuota CPUQuotaPeriodSec ' +
      'CPUSchedulingPolicy CPUSchedulingPriority CPUSchedulingResetOnFork CPUShares CPUWeight ' +
      'CacheDirectory CacheDirectoryMode CapabilityBoundingSet ConfigurationDirectory ' +
      'ConfigurationDirectoryMode CoredumpFilter CoredumpReceive DefaultMemoryLow DefaultMemoryMin Delegate ' +
      'DelegateSubgroup DeviceAllow DevicePolicy DisableControllers DynamicUser Environment EnvironmentFile ' +
      'ExecCondition ExecPaths ExecReload ExecSearchPath ExecStart ExecStartPost ExecStartPre ExecStop ' +
      'ExecStopPost ExitType ExtensionDirectories ExtensionImagePolicy ExtensionImages ExtraFileDescriptors ' +
      'FailureAction FileDescriptorStoreMax FileDescriptorStorePreserve FinalKillSignal Group GuessMainPID ' +
      'IOAccounting IODeviceLatencyTargetSec IODeviceWeight IOReadBandwidthMax IOReadIOPSMax ' +
      'IOSchedulingClass IOSchedulingPriority IOWeight IOWriteBandwidthMax IOWriteIOPSMax IPAccounting ' +
      'IPAddressAllow IPAddressDeny IPCNamespacePath IPEgressFilterPath IPIngressFilterPath IgnoreSIGPIPE ' +
      'ImportCredential InaccessibleDirectories InaccessiblePaths KeyringMode KillMode KillSignal LimitAS ' +
      'LimitCORE LimitCPU LimitDATA LimitFSIZE LimitLOCKS LimitMEMLOCK LimitMSGQUEUE LimitNICE LimitNOFILE ' +
      'LimitNPROC LimitRSS LimitRTPRIO LimitRTTIME LimitSIGPENDING LimitSTACK LoadCredential ' +
      'LoadCredentialEncrypted LockPersonality LogExtraFields LogLevelMax LogNamespace LogRateLimitBurst ' +
      'LogRateLimitIntervalSec LogsDirectory LogsDirectoryMode ManagedOOMMemoryPressure ' +
      'ManagedOOMMemoryPressureDurationSec ManagedOOMMemoryPressureLimit ManagedOOMPreference ' +
      'ManagedOOMSwap MemoryAccounting MemoryDenyWriteExecute MemoryHigh MemoryLimit MemoryLow MemoryMax ' +
      'MemoryMin MemoryPressureThresholdSec MemoryPressureWatch MemorySwapMax MemoryTHP ' +
      'MemoryZSwapWriteback MountAPIVFS MountFlags MountImagePolicy MountImages NFTSet NUMAMask NUMAPolicy ' +
      'NetworkNamespacePath Nice NoExecPaths NoNewPrivileges NonBlocking NotifyAccess OOMPolicy ' +
      'OOMScoreAdjust OpenFile PAMName PIDFile PassEnvironment PermissionsStartOnly Personality PrivateBPF ' +
      'PrivateDevices PrivateIPC PrivateMounts PrivateNetwork PrivatePIDs PrivateTmp PrivateUsers ' +
      'ProcSubset ProtectClock ProtectControlGroups ProtectHome ProtectHostname ProtectKernelLogs ' +
      'ProtectKernelModules ProtectKernelTunables ProtectProc ProtectSystem ReadOnlyDirectories ' +
      'ReadOnlyPaths ReadWriteDirectories ReadWritePaths RebootArgument RefreshOnReload ReloadSignal ' +
      'RemainAfterExit RemoveIPC Restart RestartForceExitStatus RestartKillSignal RestartMaxDelaySec ' +
      'RestartMode RestartPreventExitStatus RestartSec RestartSteps RestrictAddressFamilies ' +
      'RestrictFileSystems RestrictNamespaces RestrictNetworkInterfaces RestrictRealtime RestrictSUIDSGID ' +
      'RootDirectory RootDirectoryStartOnly RootEphemeral RootHash RootHashSignature RootImage ' +
      'RootImageOptions RootImagePolicy RootMStack RootVerity RuntimeDirectory RuntimeDirectoryMode ' +
      'RuntimeDirectoryPreserve RuntimeMaxSec RuntimeRandomizedExtraSec SELinuxContext SecureBits ' +
      'SendSIGHUP SendSIGKILL SetCredential SetCredentialEncrypted SetLoginEnvironment Slice ' +
      'SmackProcessLabel SocketBindAllow SocketBindDeny Sockets StandardError StandardInput ' +
      'StandardInputData StandardInputText StandardOutput StartLimitAction StartLimitBurst ' +
      'StartLimitInterval StartupAllowedCPUs StartupAllowedMemoryNodes StartupBlockIOWeight ' +
      'StartupCPUShares StartupCPUWeight StartupIOWeight StartupMemoryHigh StartupMemoryLow ' +
      'StartupMemoryMax StartupMemorySwapMax StartupMemoryZSwapMax StateDirectory StateDirectoryMode ' +
      'SuccessExitStatus SupplementaryGroups SyslogFacility SyslogIdentifier SyslogLevel SyslogLevelPrefix ' +
      'SystemCallArchitectures SystemCallErrorNumber SystemCallFilter SystemCallLog TTYColumns TTYPath ' +
      'TTYReset TTYRows TTYVHangup TTYVTDisallocate TasksAccounting TasksMax TemporaryFileSystem ' +
      'TimeoutAbortSec TimeoutCleanSec TimeoutSec TimeoutStartFailureMode TimeoutStartSec ' +
      'TimeoutStopFailureMode TimeoutStopSec TimerSlackNSec Type UMask USBFunctionDescriptors ' +
      'USBFunctionStrings UnsetEnvironment User UserNamespacePath UtmpIdentifier UtmpMode WatchdogSec ' +
      'WatchdogSignal WorkingDirectory',
  ),
  Install: words('Alias Also DefaultInstance RequiredBy UpheldBy WantedBy'),
};
